import ProfileFile
import ReportModel
import Testing

@Suite("Profiles as YAML")
struct ProfileFileTests {
  private func profile(_ text: String) throws -> Profile {
    try ProfileFile.profile(from: Array(text.utf8), file: "p.yml")
  }

  @Test("The profile of the manual is read key by key")
  func manual() throws {
    let profile = try profile(
      """
      profile: minsheng-shishi/1
      sheets: {include: ["*"], exclude: [填报说明], hidden: skip}
      header: {min_fields: 4, rows: auto, repeat: allowed}
      fields:
        goal: {headers: [考核指标, 项目名称], required: true, levels: [goal, action, task, indicator]}
        percent: {headers: [占任务数, 完成率], scale: auto}
      fill: {goal: merge+blank, action: merge+blank, lead: merge+blank, achieved: merge}
      sections: {row: '^[一二三四五六七八九十]+、', or_column: 类别, or_sheet_title: true}
      skip_rows: ['^小计', '^合 *计', '^注：', '第.*页']
      meta: {unit: '^填报单位[:：]', date: '^填报日期[:：]', as_of: '截至(.*)'}
      units: {万方: {canonical: 万立方米, base: 立方米, scale: 10000}}
      aliases: {市教育局: [教育局]}
      sentinels: [/, —, 无]
      checks: {overshoot: 120, percent_decimals: 2, rounding: either, capped_ok: false}
      """)
    #expect(profile.name == "minsheng-shishi/1")
    #expect(profile.rule(for: .goal).headers == ["考核指标", "项目名称"])
    #expect(profile.rule(for: .goal).levels == [.goal, .action, .task, .indicator])
    #expect(profile.rule(for: .percent).headers == ["占任务数", "完成率"])
    #expect(profile.rule(for: .achieved).fill == .merge)
    #expect(profile.rule(for: .unit) == Profile.standard.rule(for: .unit))
    #expect(profile.skipRows.map(\.source) == ["^小计", "^合 *计", "^注：", "第.*页"])
    #expect(
      profile.units == [
        UnitDefinition(name: "万方", canonical: "万立方米", base: "立方米", scale: 10000)
      ])
    #expect(profile.aliases.last == OrganizationAlias(name: "市教育局", others: ["教育局"]))
    #expect(profile.sentinels == ["/", "—", "无"])
    #expect(profile.checks == CheckRule())
  }

  @Test("A key that is absent leaves the built-in value")
  func absent() throws {
    var expected = Profile()
    expected.name = "another city"
    #expect(try profile("profile: another city") == expected)
    #expect(try profile("units:\nprofile: another city\n") == expected)
  }

  @Test("Null switches off what may be absent")
  func null() throws {
    let read = try profile("sections: {row: null}\nmeta: {date: null}\nchecks: {schedule: 80}")
    #expect(read.sections.row == nil)
    #expect(read.sections.column == "类别")
    #expect(read.meta.date == nil)
    #expect(read.checks.schedule == 80)
    #expect(try profile("checks: {schedule: null}").checks.schedule == nil)
  }

  @Test("Headers replace the built-in ones, or are added to them with also")
  func headers() throws {
    let replaced = try profile("fields: {unit: {headers: [计量]}}").rule(for: .unit).headers
    #expect(replaced == ["计量"])
    let added = try profile("fields: {unit: {also: [计量]}}").rule(for: .unit).headers
    #expect(added == ["单位", "计量单位", "unit", "计量"])
  }

  @Test("Layouts name columns by letters and rows from one")
  func layouts() throws {
    let read = try profile(
      """
      layouts:
        - sheet: 一览表
          header: 6-7
          columns:
            A: goal_no
            B: {field: goal, header: 考核指标}
            "Y": {field: extra, header: 完成时限}
            AB: ignored
          rows:
            8: section
            9-12: data
            13: data
            15: note
      """)
    var layout = SheetLayout(sheet: "一览表", header: 5...6)
    layout.columns = [
      .init(column: 0, field: .serial, header: ""),
      .init(column: 1, field: .goal, header: "考核指标"),
      .init(column: 24, field: .extra, header: "完成时限"),
      .init(column: 27, field: .ignored, header: ""),
    ]
    layout.rows = [
      .init(rows: 7...7, role: .section), .init(rows: 8...12, role: .data),
      .init(rows: 14...14, role: .note),
    ]
    #expect(read.layouts == [layout])
  }
}
