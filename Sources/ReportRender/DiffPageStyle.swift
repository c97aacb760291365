/// The one style of the page.
enum DiffPageStyle {
  static let text = """
    :root{--ink:#1d2530;--soft:#5d6977;--line:#d5dbe3;--paper:#fff;--back:#f3f5f8;
    --changed:#fff1c4;--added:#d7f3dd;--deleted:#fbdcdc;--moved:#dbe8fd;--info:#eceff3}
    *{box-sizing:border-box}
    body{margin:0;background:var(--back);color:var(--ink);font:15px/1.55 "Noto Sans CJK SC",
    "Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif}
    header,main,footer,.filters{max-width:1480px;margin:0 auto;padding:0 24px}
    header{padding-top:28px}
    h1{font-size:24px;line-height:1.3;margin:0 0 4px}
    h2{font-size:17px;line-height:1.4;margin:0;padding:12px 16px;border-bottom:1px solid var(--line)}
    .of{color:var(--soft);font-weight:400;font-size:14px;margin-right:8px}
    .files{color:var(--soft);margin:0;overflow-wrap:anywhere}
    .sum{font-size:17px;font-weight:600;margin:12px 0}
    .chart{max-width:100%;height:auto;font-size:13px;fill:var(--ink)}
    .filters{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;padding-top:8px;
    padding-bottom:8px;position:sticky;top:0;background:var(--back);z-index:2}
    .filters[hidden]{display:none}
    fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:4px 12px}
    legend{float:left;padding:0;margin-right:12px;color:var(--soft)}
    select{font:inherit;max-width:16em;padding:2px 4px}
    output{color:var(--soft);margin-left:auto}
    .card{background:var(--paper);border:1px solid var(--line);border-radius:8px;margin:16px 0;
    overflow:hidden}
    table{border-collapse:collapse;width:100%}
    th{text-align:left;font-weight:600;color:var(--soft);font-size:13px;white-space:nowrap}
    .list th,.list td{padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:top;
    overflow-wrap:anywhere}
    .list th:first-child,.list td:first-child{padding-left:16px}
    .list .where{width:26%}
    .list .what{white-space:nowrap}
    .list .old,.list .new{width:20%}
    .list .old{color:#8a2323}
    .list .new{color:#14602b}
    .list .note{color:var(--soft);font-size:13px}
    .list .at{color:var(--soft);font-size:12px;width:14%}
    .at span{display:block}
    .at .to::before{content:"→ "}
    del,ins{text-decoration:none;border-radius:2px;padding:0 1px}
    del{background:#f6b9b9}
    ins{background:#abe3b9}
    .tag{display:inline-block;padding:0 8px;border-radius:10px;font-size:13px}
    .tag.k-value,.tag.k-unit,.tag.k-lead,.tag.k-rename,.tag.k-section_rename{background:var(--changed)}
    .tag.k-add,.tag.k-column_add{background:var(--added)}
    .tag.k-delete,.tag.k-column_delete{background:var(--deleted)}
    .tag.k-move,.tag.k-reorder{background:var(--moved)}
    rect{fill:#e3b341}
    rect.k-add,rect.k-column_add{fill:#4fae69}
    rect.k-delete,rect.k-column_delete{fill:#d66a6a}
    rect.k-move,rect.k-reorder{fill:#6f9be3}
    .pair{display:grid;grid-template-columns:1fr 1fr;gap:12px;padding:12px 16px}
    figure{margin:0;min-width:0}
    figcaption{color:var(--soft);font-size:13px;margin-bottom:4px}
    .scroll{overflow-x:auto}
    .grid{font-size:12px;line-height:1.4}
    .grid th,.grid td{border:1px solid var(--line);padding:3px 5px;vertical-align:middle;min-width:3em}
    .grid th{background:var(--back);text-align:center;font-size:12px}
    .grid .n{text-align:right;white-space:nowrap}
    .grid .n.m-changed,.grid .n.m-info{white-space:normal}
    .grid .s{text-align:center}
    .none{color:var(--soft)}
    .m-changed{background:var(--changed)}
    .m-added{background:var(--added)}
    .m-deleted{background:var(--deleted);text-decoration:line-through}
    .m-moved{background:var(--moved)}
    .m-info{background:var(--info)}
    footer{padding-top:4px;padding-bottom:28px;font-size:13px}
    .key{display:inline-block;padding:1px 10px;border:1px solid var(--line);border-radius:3px}
    [data-off]{display:none}
    @media (max-width:900px){.pair{grid-template-columns:1fr}}
    @media (max-width:640px){
    header,main,footer,.filters{padding-left:12px;padding-right:12px}
    .filters{position:static}
    h1{font-size:20px}
    .list,.list tbody{display:block}
    .list thead{display:none}
    .list tr{display:grid;grid-template-columns:auto 1fr;gap:2px 10px;padding:8px 12px;
    border-bottom:1px solid var(--line)}
    .list tr[data-off]{display:none}
    .list td,.list td:first-child{border:0;padding:0;width:auto}
    .list .where,.list .note,.list .at{grid-column:1/-1;width:auto}
    .list .where:empty,.list .note:empty{display:none}
    .list .what{grid-column:1/-1}
    .list .old,.list .new{grid-column:1/-1;width:auto}
    .list .old:not(:empty)::before{content:"− "}
    .list .new:not(:empty)::before{content:"+ "}
    }
    @media print{
    @page{size:A4 landscape;margin:12mm}
    body{background:#fff;font-size:11px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    header,main,footer{max-width:none;padding:0}
    .filters{display:none}
    .card{margin:8px 0;overflow:visible}
    .card h2{break-after:avoid}
    tr{break-inside:avoid}
    .scroll{overflow:visible}
    .grid{font-size:8px}
    .grid th,.grid td{padding:1px 2px;min-width:0}
    }
    """
}
