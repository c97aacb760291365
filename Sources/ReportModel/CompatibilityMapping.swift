/// The compatibility mappings of the Basic Multilingual Plane that key folding needs: what NFKC
/// makes of full-width forms, circled and Roman numbers, squared units, superscripts, fractions and
/// compatibility ideographs (Unicode Character Database, `Decomposition_Mapping`).
enum CompatibilityMapping {
  /// What a scalar is replaced with, or nil. The table is built at the first scalar that needs it.
  static func mapping(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    // The full width of ASCII, and the signs that every table has: no table is built for these.
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
    case 0x33A1: "m2"
    case 0xB0, 0xB1, 0xB7, 0xD7, 0x2010, 0x2012...0x2016, 0x2018...0x201F, 0x2022, 0x2208,
      0x2264...0x2267,
      0x25A0...0x26FF, 0x3001...0x3029, 0x3400...0x4DBF:
      nil
    default: entry(of: scalar.value)
    }
  }

  /// The mapping of a code point, found by halves.
  private static func entry(of code: UInt32) -> String? {
    var low = 0
    var high = index.codes.count
    while low < high {
      let middle = (low + high) / 2
      if index.codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    guard low < index.codes.count, index.codes[low] == code else { return nil }
    let start = entries.utf8.index(entries.utf8.startIndex, offsetBy: index.places[low].lowerBound)
    let end = entries.utf8.index(start, offsetBy: index.places[low].count)
    return String(entries[start..<end])
  }

  /// The code points in rising order, and where their mappings stand among the bytes of the entries.
  private static let index: (codes: [UInt32], places: [Range<Int>]) = {
    var codes: [UInt32] = []
    var places: [Range<Int>] = []
    let bytes = entries.utf8Span.span
    var position = 0
    while position < bytes.count {
      var code: UInt32 = 0
      while position < bytes.count, bytes[position] != UInt8(ascii: "=") {
        let digit = UInt32(bytes[position])
        code = code &* 16 &+ (digit < 0x41 ? digit &- 0x30 : digit &- 0x37)
        position += 1
      }
      let start = position + 1
      // An equals sign may be what is meant: 2A75===.
      position = start
      while position < bytes.count, bytes[position] != 0x20, bytes[position] != 0x0A {
        position += 1
      }
      if start < position {
        codes.append(code)
        places.append(start..<position)
      }
      while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x0A {
        position += 1
      }
    }
    return (codes, places)
  }()

  /// Pairs of a code point in hexadecimal and its mapping.
  private static let entries = """
    AA=a B2=2 B3=3 B5=μ B9=1 BA=o BC=1⁄4 BD=1⁄2 BE=3⁄4 132=IJ 133=ij 13F=L· 140=l· 149=ʼn
    17F=s 1C4=DŽ 1C5=Dž 1C6=dž 1C7=LJ 1C8=Lj 1C9=lj 1CA=NJ 1CB=Nj 1CC=nj 1F1=DZ 1F2=Dz
    1F3=dz 2B0=h 2B1=ɦ 2B2=j 2B3=r 2B4=ɹ 2B5=ɻ 2B6=ʁ 2B7=w 2B8=y 2E0=ɣ 2E1=l 2E2=s 2E3=x
    2E4=ʕ 374=ʹ 37E=; 387=· 3D0=β 3D1=θ 3D2=Υ 3D3=Ύ 3D4=Ϋ 3D5=φ 3D6=π 3F0=κ 3F1=ρ 3F2=ς
    3F4=Θ 3F5=ε 3F9=Σ 587=եւ 675=اٴ 676=وٴ 677=ۇٴ 678=يٴ 958=क़ 959=ख़ 95A=ग़ 95B=ज़ 95C=ड़
    95D=ढ़ 95E=फ़ 95F=य़ 9DC=ড় 9DD=ঢ় 9DF=য় A33=ਲ਼ A36=ਸ਼ A59=ਖ਼ A5A=ਗ਼ A5B=ਜ਼ A5E=ਫ਼
    B5C=ଡ଼ B5D=ଢ଼ EDC=ຫນ EDD=ຫມ F0C=་ F43=གྷ F4D=ཌྷ F52=དྷ F57=བྷ F5C=ཛྷ F69=ཀྵ 10FC=ნ
    1D2C=A 1D2D=Æ 1D2E=B 1D30=D 1D31=E 1D32=Ǝ 1D33=G 1D34=H 1D35=I 1D36=J 1D37=K 1D38=L
    1D39=M 1D3A=N 1D3C=O 1D3D=Ȣ 1D3E=P 1D3F=R 1D40=T 1D41=U 1D42=W 1D43=a 1D44=ɐ 1D45=ɑ
    1D46=ᴂ 1D47=b 1D48=d 1D49=e 1D4A=ə 1D4B=ɛ 1D4C=ɜ 1D4D=g 1D4F=k 1D50=m 1D51=ŋ 1D52=o
    1D53=ɔ 1D54=ᴖ 1D55=ᴗ 1D56=p 1D57=t 1D58=u 1D59=ᴝ 1D5A=ɯ 1D5B=v 1D5C=ᴥ 1D5D=β 1D5E=γ
    1D5F=δ 1D60=φ 1D61=χ 1D62=i 1D63=r 1D64=u 1D65=v 1D66=β 1D67=γ 1D68=ρ 1D69=φ 1D6A=χ
    1D78=н 1D9B=ɒ 1D9C=c 1D9D=ɕ 1D9E=ð 1D9F=ɜ 1DA0=f 1DA1=ɟ 1DA2=ɡ 1DA3=ɥ 1DA4=ɨ 1DA5=ɩ
    1DA6=ɪ 1DA7=ᵻ 1DA8=ʝ 1DA9=ɭ 1DAA=ᶅ 1DAB=ʟ 1DAC=ɱ 1DAD=ɰ 1DAE=ɲ 1DAF=ɳ 1DB0=ɴ 1DB1=ɵ
    1DB2=ɸ 1DB3=ʂ 1DB4=ʃ 1DB5=ƫ 1DB6=ʉ 1DB7=ʊ 1DB8=ᴜ 1DB9=ʋ 1DBA=ʌ 1DBB=z 1DBC=ʐ 1DBD=ʑ
    1DBE=ʒ 1DBF=θ 1E9A=aʾ 1E9B=ṡ 1F71=ά 1F73=έ 1F75=ή 1F77=ί 1F79=ό 1F7B=ύ 1F7D=ώ 1FBB=Ά
    1FBE=ι 1FC9=Έ 1FCB=Ή 1FD3=ΐ 1FDB=Ί 1FE3=ΰ 1FEB=Ύ 1FEF=` 1FF9=Ό 1FFB=Ώ 2011=‐ 2024=.
    2025=.. 2026=... 2033=′′ 2034=′′′ 2036=‵‵ 2037=‵‵‵ 203C=!! 2047=?? 2048=?! 2049=!?
    2057=′′′′ 2070=0 2071=i 2074=4 2075=5 2076=6 2077=7 2078=8 2079=9 207A=+ 207B=− 207C==
    207D=( 207E=) 207F=n 2080=0 2081=1 2082=2 2083=3 2084=4 2085=5 2086=6 2087=7 2088=8
    2089=9 208A=+ 208B=− 208C== 208D=( 208E=) 2090=a 2091=e 2092=o 2093=x 2094=ə 2095=h
    2096=k 2097=l 2098=m 2099=n 209A=p 209B=s 209C=t 20A8=Rs 2100=a/c 2101=a/s 2102=C
    2103=°C 2105=c/o 2106=c/u 2107=Ɛ 2109=°F 210A=g 210B=H 210C=H 210D=H 210E=h 210F=ħ
    2110=I 2111=I 2112=L 2113=l 2115=N 2116=No 2119=P 211A=Q 211B=R 211C=R 211D=R 2120=SM
    2121=TEL 2122=TM 2124=Z 2126=Ω 2128=Z 212A=K 212B=Å 212C=B 212D=C 212F=e 2130=E 2131=F
    2133=M 2134=o 2135=א 2136=ב 2137=ג 2138=ד 2139=i 213B=FAX 213C=π 213D=γ 213E=Γ 213F=Π
    2140=∑ 2145=D 2146=d 2147=e 2148=i 2149=j 2150=1⁄7 2151=1⁄9 2152=1⁄10 2153=1⁄3 2154=2⁄3
    2155=1⁄5 2156=2⁄5 2157=3⁄5 2158=4⁄5 2159=1⁄6 215A=5⁄6 215B=1⁄8 215C=3⁄8 215D=5⁄8
    215E=7⁄8 215F=1⁄ 2160=I 2161=II 2162=III 2163=IV 2164=V 2165=VI 2166=VII 2167=VIII
    2168=IX 2169=X 216A=XI 216B=XII 216C=L 216D=C 216E=D 216F=M 2170=i 2171=ii 2172=iii
    2173=iv 2174=v 2175=vi 2176=vii 2177=viii 2178=ix 2179=x 217A=xi 217B=xii 217C=l 217D=c
    217E=d 217F=m 2189=0⁄3 222C=∫∫ 222D=∫∫∫ 222F=∮∮ 2230=∮∮∮ 2329=〈 232A=〉 2460=1 2461=2
    2462=3 2463=4 2464=5 2465=6 2466=7 2467=8 2468=9 2469=10 246A=11 246B=12 246C=13 246D=14
    246E=15 246F=16 2470=17 2471=18 2472=19 2473=20 2474=(1) 2475=(2) 2476=(3) 2477=(4)
    2478=(5) 2479=(6) 247A=(7) 247B=(8) 247C=(9) 247D=(10) 247E=(11) 247F=(12) 2480=(13)
    2481=(14) 2482=(15) 2483=(16) 2484=(17) 2485=(18) 2486=(19) 2487=(20) 2488=1. 2489=2.
    248A=3. 248B=4. 248C=5. 248D=6. 248E=7. 248F=8. 2490=9. 2491=10. 2492=11. 2493=12.
    2494=13. 2495=14. 2496=15. 2497=16. 2498=17. 2499=18. 249A=19. 249B=20. 249C=(a)
    249D=(b) 249E=(c) 249F=(d) 24A0=(e) 24A1=(f) 24A2=(g) 24A3=(h) 24A4=(i) 24A5=(j)
    24A6=(k) 24A7=(l) 24A8=(m) 24A9=(n) 24AA=(o) 24AB=(p) 24AC=(q) 24AD=(r) 24AE=(s)
    24AF=(t) 24B0=(u) 24B1=(v) 24B2=(w) 24B3=(x) 24B4=(y) 24B5=(z) 24B6=A 24B7=B 24B8=C
    24B9=D 24BA=E 24BB=F 24BC=G 24BD=H 24BE=I 24BF=J 24C0=K 24C1=L 24C2=M 24C3=N 24C4=O
    24C5=P 24C6=Q 24C7=R 24C8=S 24C9=T 24CA=U 24CB=V 24CC=W 24CD=X 24CE=Y 24CF=Z 24D0=a
    24D1=b 24D2=c 24D3=d 24D4=e 24D5=f 24D6=g 24D7=h 24D8=i 24D9=j 24DA=k 24DB=l 24DC=m
    24DD=n 24DE=o 24DF=p 24E0=q 24E1=r 24E2=s 24E3=t 24E4=u 24E5=v 24E6=w 24E7=x 24E8=y
    24E9=z 24EA=0 2A0C=∫∫∫∫ 2A74=::= 2A75=== 2A76==== 2ADC=⫝̸ 2C7C=j 2C7D=V 2D6F=ⵡ 2E9F=母
    2EF3=龟 2F00=一 2F01=丨 2F02=丶 2F03=丿 2F04=乙 2F05=亅 2F06=二 2F07=亠 2F08=人 2F09=儿 2F0A=入
    2F0B=八 2F0C=冂 2F0D=冖 2F0E=冫 2F0F=几 2F10=凵 2F11=刀 2F12=力 2F13=勹 2F14=匕 2F15=匚 2F16=匸
    2F17=十 2F18=卜 2F19=卩 2F1A=厂 2F1B=厶 2F1C=又 2F1D=口 2F1E=囗 2F1F=土 2F20=士 2F21=夂 2F22=夊
    2F23=夕 2F24=大 2F25=女 2F26=子 2F27=宀 2F28=寸 2F29=小 2F2A=尢 2F2B=尸 2F2C=屮 2F2D=山 2F2E=巛
    2F2F=工 2F30=己 2F31=巾 2F32=干 2F33=幺 2F34=广 2F35=廴 2F36=廾 2F37=弋 2F38=弓 2F39=彐 2F3A=彡
    2F3B=彳 2F3C=心 2F3D=戈 2F3E=戶 2F3F=手 2F40=支 2F41=攴 2F42=文 2F43=斗 2F44=斤 2F45=方 2F46=无
    2F47=日 2F48=曰 2F49=月 2F4A=木 2F4B=欠 2F4C=止 2F4D=歹 2F4E=殳 2F4F=毋 2F50=比 2F51=毛 2F52=氏
    2F53=气 2F54=水 2F55=火 2F56=爪 2F57=父 2F58=爻 2F59=爿 2F5A=片 2F5B=牙 2F5C=牛 2F5D=犬 2F5E=玄
    2F5F=玉 2F60=瓜 2F61=瓦 2F62=甘 2F63=生 2F64=用 2F65=田 2F66=疋 2F67=疒 2F68=癶 2F69=白 2F6A=皮
    2F6B=皿 2F6C=目 2F6D=矛 2F6E=矢 2F6F=石 2F70=示 2F71=禸 2F72=禾 2F73=穴 2F74=立 2F75=竹 2F76=米
    2F77=糸 2F78=缶 2F79=网 2F7A=羊 2F7B=羽 2F7C=老 2F7D=而 2F7E=耒 2F7F=耳 2F80=聿 2F81=肉 2F82=臣
    2F83=自 2F84=至 2F85=臼 2F86=舌 2F87=舛 2F88=舟 2F89=艮 2F8A=色 2F8B=艸 2F8C=虍 2F8D=虫 2F8E=血
    2F8F=行 2F90=衣 2F91=襾 2F92=見 2F93=角 2F94=言 2F95=谷 2F96=豆 2F97=豕 2F98=豸 2F99=貝 2F9A=赤
    2F9B=走 2F9C=足 2F9D=身 2F9E=車 2F9F=辛 2FA0=辰 2FA1=辵 2FA2=邑 2FA3=酉 2FA4=釆 2FA5=里 2FA6=金
    2FA7=長 2FA8=門 2FA9=阜 2FAA=隶 2FAB=隹 2FAC=雨 2FAD=靑 2FAE=非 2FAF=面 2FB0=革 2FB1=韋 2FB2=韭
    2FB3=音 2FB4=頁 2FB5=風 2FB6=飛 2FB7=食 2FB8=首 2FB9=香 2FBA=馬 2FBB=骨 2FBC=高 2FBD=髟 2FBE=鬥
    2FBF=鬯 2FC0=鬲 2FC1=鬼 2FC2=魚 2FC3=鳥 2FC4=鹵 2FC5=鹿 2FC6=麥 2FC7=麻 2FC8=黃 2FC9=黍 2FCA=黑
    2FCB=黹 2FCC=黽 2FCD=鼎 2FCE=鼓 2FCF=鼠 2FD0=鼻 2FD1=齊 2FD2=齒 2FD3=龍 2FD4=龜 2FD5=龠 3036=〒
    3038=十 3039=卄 303A=卅 309F=より 30FF=コト 3131=ᄀ 3132=ᄁ 3133=ᆪ 3134=ᄂ 3135=ᆬ 3136=ᆭ 3137=ᄃ
    3138=ᄄ 3139=ᄅ 313A=ᆰ 313B=ᆱ 313C=ᆲ 313D=ᆳ 313E=ᆴ 313F=ᆵ 3140=ᄚ 3141=ᄆ 3142=ᄇ 3143=ᄈ
    3144=ᄡ 3145=ᄉ 3146=ᄊ 3147=ᄋ 3148=ᄌ 3149=ᄍ 314A=ᄎ 314B=ᄏ 314C=ᄐ 314D=ᄑ 314E=ᄒ 314F=ᅡ
    3150=ᅢ 3151=ᅣ 3152=ᅤ 3153=ᅥ 3154=ᅦ 3155=ᅧ 3156=ᅨ 3157=ᅩ 3158=ᅪ 3159=ᅫ 315A=ᅬ 315B=ᅭ
    315C=ᅮ 315D=ᅯ 315E=ᅰ 315F=ᅱ 3160=ᅲ 3161=ᅳ 3162=ᅴ 3163=ᅵ 3164=ᅠ 3165=ᄔ 3166=ᄕ 3167=ᇇ
    3168=ᇈ 3169=ᇌ 316A=ᇎ 316B=ᇓ 316C=ᇗ 316D=ᇙ 316E=ᄜ 316F=ᇝ 3170=ᇟ 3171=ᄝ 3172=ᄞ 3173=ᄠ
    3174=ᄢ 3175=ᄣ 3176=ᄧ 3177=ᄩ 3178=ᄫ 3179=ᄬ 317A=ᄭ 317B=ᄮ 317C=ᄯ 317D=ᄲ 317E=ᄶ 317F=ᅀ
    3180=ᅇ 3181=ᅌ 3182=ᇱ 3183=ᇲ 3184=ᅗ 3185=ᅘ 3186=ᅙ 3187=ᆄ 3188=ᆅ 3189=ᆈ 318A=ᆑ 318B=ᆒ
    318C=ᆔ 318D=ᆞ 318E=ᆡ 3192=一 3193=二 3194=三 3195=四 3196=上 3197=中 3198=下 3199=甲 319A=乙
    319B=丙 319C=丁 319D=天 319E=地 319F=人 3200=(ᄀ) 3201=(ᄂ) 3202=(ᄃ) 3203=(ᄅ) 3204=(ᄆ) 3205=(ᄇ)
    3206=(ᄉ) 3207=(ᄋ) 3208=(ᄌ) 3209=(ᄎ) 320A=(ᄏ) 320B=(ᄐ) 320C=(ᄑ) 320D=(ᄒ) 320E=(가)
    320F=(나) 3210=(다) 3211=(라) 3212=(마) 3213=(바) 3214=(사) 3215=(아) 3216=(자) 3217=(차)
    3218=(카) 3219=(타) 321A=(파) 321B=(하) 321C=(주) 321D=(오전) 321E=(오후) 3220=(一) 3221=(二)
    3222=(三) 3223=(四) 3224=(五) 3225=(六) 3226=(七) 3227=(八) 3228=(九) 3229=(十) 322A=(月)
    322B=(火) 322C=(水) 322D=(木) 322E=(金) 322F=(土) 3230=(日) 3231=(株) 3232=(有) 3233=(社)
    3234=(名) 3235=(特) 3236=(財) 3237=(祝) 3238=(労) 3239=(代) 323A=(呼) 323B=(学) 323C=(監)
    323D=(企) 323E=(資) 323F=(協) 3240=(祭) 3241=(休) 3242=(自) 3243=(至) 3244=問 3245=幼 3246=文
    3247=箏 3250=PTE 3251=21 3252=22 3253=23 3254=24 3255=25 3256=26 3257=27 3258=28 3259=29
    325A=30 325B=31 325C=32 325D=33 325E=34 325F=35 3260=ᄀ 3261=ᄂ 3262=ᄃ 3263=ᄅ 3264=ᄆ
    3265=ᄇ 3266=ᄉ 3267=ᄋ 3268=ᄌ 3269=ᄎ 326A=ᄏ 326B=ᄐ 326C=ᄑ 326D=ᄒ 326E=가 326F=나 3270=다
    3271=라 3272=마 3273=바 3274=사 3275=아 3276=자 3277=차 3278=카 3279=타 327A=파 327B=하 327C=참고
    327D=주의 327E=우 3280=一 3281=二 3282=三 3283=四 3284=五 3285=六 3286=七 3287=八 3288=九 3289=十
    328A=月 328B=火 328C=水 328D=木 328E=金 328F=土 3290=日 3291=株 3292=有 3293=社 3294=名 3295=特
    3296=財 3297=祝 3298=労 3299=秘 329A=男 329B=女 329C=適 329D=優 329E=印 329F=注 32A0=項 32A1=休
    32A2=写 32A3=正 32A4=上 32A5=中 32A6=下 32A7=左 32A8=右 32A9=医 32AA=宗 32AB=学 32AC=監 32AD=企
    32AE=資 32AF=協 32B0=夜 32B1=36 32B2=37 32B3=38 32B4=39 32B5=40 32B6=41 32B7=42 32B8=43
    32B9=44 32BA=45 32BB=46 32BC=47 32BD=48 32BE=49 32BF=50 32C0=1月 32C1=2月 32C2=3月 32C3=4月
    32C4=5月 32C5=6月 32C6=7月 32C7=8月 32C8=9月 32C9=10月 32CA=11月 32CB=12月 32CC=Hg 32CD=erg
    32CE=eV 32CF=LTD 32D0=ア 32D1=イ 32D2=ウ 32D3=エ 32D4=オ 32D5=カ 32D6=キ 32D7=ク 32D8=ケ 32D9=コ
    32DA=サ 32DB=シ 32DC=ス 32DD=セ 32DE=ソ 32DF=タ 32E0=チ 32E1=ツ 32E2=テ 32E3=ト 32E4=ナ 32E5=ニ
    32E6=ヌ 32E7=ネ 32E8=ノ 32E9=ハ 32EA=ヒ 32EB=フ 32EC=ヘ 32ED=ホ 32EE=マ 32EF=ミ 32F0=ム 32F1=メ
    32F2=モ 32F3=ヤ 32F4=ユ 32F5=ヨ 32F6=ラ 32F7=リ 32F8=ル 32F9=レ 32FA=ロ 32FB=ワ 32FC=ヰ 32FD=ヱ
    32FE=ヲ 32FF=令和 3300=アパート 3301=アルファ 3302=アンペア 3303=アール 3304=イニング 3305=インチ 3306=ウォン
    3307=エスクード 3308=エーカー 3309=オンス 330A=オーム 330B=カイリ 330C=カラット 330D=カロリー 330E=ガロン 330F=ガンマ
    3310=ギガ 3311=ギニー 3312=キュリー 3313=ギルダー 3314=キロ 3315=キログラム 3316=キロメートル 3317=キロワット 3318=グラム
    3319=グラムトン 331A=クルゼイロ 331B=クローネ 331C=ケース 331D=コルナ 331E=コーポ 331F=サイクル 3320=サンチーム
    3321=シリング 3322=センチ 3323=セント 3324=ダース 3325=デシ 3326=ドル 3327=トン 3328=ナノ 3329=ノット 332A=ハイツ
    332B=パーセント 332C=パーツ 332D=バーレル 332E=ピアストル 332F=ピクル 3330=ピコ 3331=ビル 3332=ファラッド 3333=フィート
    3334=ブッシェル 3335=フラン 3336=ヘクタール 3337=ペソ 3338=ペニヒ 3339=ヘルツ 333A=ペンス 333B=ページ 333C=ベータ
    333D=ポイント 333E=ボルト 333F=ホン 3340=ポンド 3341=ホール 3342=ホーン 3343=マイクロ 3344=マイル 3345=マッハ
    3346=マルク 3347=マンション 3348=ミクロン 3349=ミリ 334A=ミリバール 334B=メガ 334C=メガトン 334D=メートル 334E=ヤード
    334F=ヤール 3350=ユアン 3351=リットル 3352=リラ 3353=ルピー 3354=ルーブル 3355=レム 3356=レントゲン 3357=ワット
    3358=0点 3359=1点 335A=2点 335B=3点 335C=4点 335D=5点 335E=6点 335F=7点 3360=8点 3361=9点 3362=10点
    3363=11点 3364=12点 3365=13点 3366=14点 3367=15点 3368=16点 3369=17点 336A=18点 336B=19点
    336C=20点 336D=21点 336E=22点 336F=23点 3370=24点 3371=hPa 3372=da 3373=AU 3374=bar 3375=oV
    3376=pc 3377=dm 3378=dm2 3379=dm3 337A=IU 337B=平成 337C=昭和 337D=大正 337E=明治 337F=株式会社
    3380=pA 3381=nA 3382=μA 3383=mA 3384=kA 3385=KB 3386=MB 3387=GB 3388=cal 3389=kcal
    338A=pF 338B=nF 338C=μF 338D=μg 338E=mg 338F=kg 3390=Hz 3391=kHz 3392=MHz 3393=GHz
    3394=THz 3395=μl 3396=ml 3397=dl 3398=kl 3399=fm 339A=nm 339B=μm 339C=mm 339D=cm 339E=km
    339F=mm2 33A0=cm2 33A1=m2 33A2=km2 33A3=mm3 33A4=cm3 33A5=m3 33A6=km3 33A7=m∕s 33A8=m∕s2
    33A9=Pa 33AA=kPa 33AB=MPa 33AC=GPa 33AD=rad 33AE=rad∕s 33AF=rad∕s2 33B0=ps 33B1=ns
    33B2=μs 33B3=ms 33B4=pV 33B5=nV 33B6=μV 33B7=mV 33B8=kV 33B9=MV 33BA=pW 33BB=nW 33BC=μW
    33BD=mW 33BE=kW 33BF=MW 33C0=kΩ 33C1=MΩ 33C2=a.m. 33C3=Bq 33C4=cc 33C5=cd 33C6=C∕kg
    33C7=Co. 33C8=dB 33C9=Gy 33CA=ha 33CB=HP 33CC=in 33CD=KK 33CE=KM 33CF=kt 33D0=lm 33D1=ln
    33D2=log 33D3=lx 33D4=mb 33D5=mil 33D6=mol 33D7=PH 33D8=p.m. 33D9=PPM 33DA=PR 33DB=sr
    33DC=Sv 33DD=Wb 33DE=V∕m 33DF=A∕m 33E0=1日 33E1=2日 33E2=3日 33E3=4日 33E4=5日 33E5=6日
    33E6=7日 33E7=8日 33E8=9日 33E9=10日 33EA=11日 33EB=12日 33EC=13日 33ED=14日 33EE=15日 33EF=16日
    33F0=17日 33F1=18日 33F2=19日 33F3=20日 33F4=21日 33F5=22日 33F6=23日 33F7=24日 33F8=25日
    33F9=26日 33FA=27日 33FB=28日 33FC=29日 33FD=30日 33FE=31日 33FF=gal A69C=ъ A69D=ь A770=ꝯ
    A7F2=C A7F3=F A7F4=Q A7F8=Ħ A7F9=œ AB5C=ꜧ AB5D=ꬷ AB5E=ɫ AB5F=ꭒ AB69=ʍ F900=豈 F901=更
    F902=車 F903=賈 F904=滑 F905=串 F906=句 F907=龜 F908=龜 F909=契 F90A=金 F90B=喇 F90C=奈 F90D=懶
    F90E=癩 F90F=羅 F910=蘿 F911=螺 F912=裸 F913=邏 F914=樂 F915=洛 F916=烙 F917=珞 F918=落 F919=酪
    F91A=駱 F91B=亂 F91C=卵 F91D=欄 F91E=爛 F91F=蘭 F920=鸞 F921=嵐 F922=濫 F923=藍 F924=襤 F925=拉
    F926=臘 F927=蠟 F928=廊 F929=朗 F92A=浪 F92B=狼 F92C=郎 F92D=來 F92E=冷 F92F=勞 F930=擄 F931=櫓
    F932=爐 F933=盧 F934=老 F935=蘆 F936=虜 F937=路 F938=露 F939=魯 F93A=鷺 F93B=碌 F93C=祿 F93D=綠
    F93E=菉 F93F=錄 F940=鹿 F941=論 F942=壟 F943=弄 F944=籠 F945=聾 F946=牢 F947=磊 F948=賂 F949=雷
    F94A=壘 F94B=屢 F94C=樓 F94D=淚 F94E=漏 F94F=累 F950=縷 F951=陋 F952=勒 F953=肋 F954=凜 F955=凌
    F956=稜 F957=綾 F958=菱 F959=陵 F95A=讀 F95B=拏 F95C=樂 F95D=諾 F95E=丹 F95F=寧 F960=怒 F961=率
    F962=異 F963=北 F964=磻 F965=便 F966=復 F967=不 F968=泌 F969=數 F96A=索 F96B=參 F96C=塞 F96D=省
    F96E=葉 F96F=說 F970=殺 F971=辰 F972=沈 F973=拾 F974=若 F975=掠 F976=略 F977=亮 F978=兩 F979=凉
    F97A=梁 F97B=糧 F97C=良 F97D=諒 F97E=量 F97F=勵 F980=呂 F981=女 F982=廬 F983=旅 F984=濾 F985=礪
    F986=閭 F987=驪 F988=麗 F989=黎 F98A=力 F98B=曆 F98C=歷 F98D=轢 F98E=年 F98F=憐 F990=戀 F991=撚
    F992=漣 F993=煉 F994=璉 F995=秊 F996=練 F997=聯 F998=輦 F999=蓮 F99A=連 F99B=鍊 F99C=列 F99D=劣
    F99E=咽 F99F=烈 F9A0=裂 F9A1=說 F9A2=廉 F9A3=念 F9A4=捻 F9A5=殮 F9A6=簾 F9A7=獵 F9A8=令 F9A9=囹
    F9AA=寧 F9AB=嶺 F9AC=怜 F9AD=玲 F9AE=瑩 F9AF=羚 F9B0=聆 F9B1=鈴 F9B2=零 F9B3=靈 F9B4=領 F9B5=例
    F9B6=禮 F9B7=醴 F9B8=隸 F9B9=惡 F9BA=了 F9BB=僚 F9BC=寮 F9BD=尿 F9BE=料 F9BF=樂 F9C0=燎 F9C1=療
    F9C2=蓼 F9C3=遼 F9C4=龍 F9C5=暈 F9C6=阮 F9C7=劉 F9C8=杻 F9C9=柳 F9CA=流 F9CB=溜 F9CC=琉 F9CD=留
    F9CE=硫 F9CF=紐 F9D0=類 F9D1=六 F9D2=戮 F9D3=陸 F9D4=倫 F9D5=崙 F9D6=淪 F9D7=輪 F9D8=律 F9D9=慄
    F9DA=栗 F9DB=率 F9DC=隆 F9DD=利 F9DE=吏 F9DF=履 F9E0=易 F9E1=李 F9E2=梨 F9E3=泥 F9E4=理 F9E5=痢
    F9E6=罹 F9E7=裏 F9E8=裡 F9E9=里 F9EA=離 F9EB=匿 F9EC=溺 F9ED=吝 F9EE=燐 F9EF=璘 F9F0=藺 F9F1=隣
    F9F2=鱗 F9F3=麟 F9F4=林 F9F5=淋 F9F6=臨 F9F7=立 F9F8=笠 F9F9=粒 F9FA=狀 F9FB=炙 F9FC=識 F9FD=什
    F9FE=茶 F9FF=刺 FA00=切 FA01=度 FA02=拓 FA03=糖 FA04=宅 FA05=洞 FA06=暴 FA07=輻 FA08=行 FA09=降
    FA0A=見 FA0B=廓 FA0C=兀 FA0D=嗀 FA10=塚 FA12=晴 FA15=凞 FA16=猪 FA17=益 FA18=礼 FA19=神 FA1A=祥
    FA1B=福 FA1C=靖 FA1D=精 FA1E=羽 FA20=蘒 FA22=諸 FA25=逸 FA26=都 FA2A=飯 FA2B=飼 FA2C=館 FA2D=鶴
    FA2E=郞 FA2F=隷 FA30=侮 FA31=僧 FA32=免 FA33=勉 FA34=勤 FA35=卑 FA36=喝 FA37=嘆 FA38=器 FA39=塀
    FA3A=墨 FA3B=層 FA3C=屮 FA3D=悔 FA3E=慨 FA3F=憎 FA40=懲 FA41=敏 FA42=既 FA43=暑 FA44=梅 FA45=海
    FA46=渚 FA47=漢 FA48=煮 FA49=爫 FA4A=琢 FA4B=碑 FA4C=社 FA4D=祉 FA4E=祈 FA4F=祐 FA50=祖 FA51=祝
    FA52=禍 FA53=禎 FA54=穀 FA55=突 FA56=節 FA57=練 FA58=縉 FA59=繁 FA5A=署 FA5B=者 FA5C=臭 FA5D=艹
    FA5E=艹 FA5F=著 FA60=褐 FA61=視 FA62=謁 FA63=謹 FA64=賓 FA65=贈 FA66=辶 FA67=逸 FA68=難 FA69=響
    FA6A=頻 FA6B=恵 FA6C=𤋮 FA6D=舘 FA70=並 FA71=况 FA72=全 FA73=侀 FA74=充 FA75=冀 FA76=勇 FA77=勺
    FA78=喝 FA79=啕 FA7A=喙 FA7B=嗢 FA7C=塚 FA7D=墳 FA7E=奄 FA7F=奔 FA80=婢 FA81=嬨 FA82=廒 FA83=廙
    FA84=彩 FA85=徭 FA86=惘 FA87=慎 FA88=愈 FA89=憎 FA8A=慠 FA8B=懲 FA8C=戴 FA8D=揄 FA8E=搜 FA8F=摒
    FA90=敖 FA91=晴 FA92=朗 FA93=望 FA94=杖 FA95=歹 FA96=殺 FA97=流 FA98=滛 FA99=滋 FA9A=漢 FA9B=瀞
    FA9C=煮 FA9D=瞧 FA9E=爵 FA9F=犯 FAA0=猪 FAA1=瑱 FAA2=甆 FAA3=画 FAA4=瘝 FAA5=瘟 FAA6=益 FAA7=盛
    FAA8=直 FAA9=睊 FAAA=着 FAAB=磌 FAAC=窱 FAAD=節 FAAE=类 FAAF=絛 FAB0=練 FAB1=缾 FAB2=者 FAB3=荒
    FAB4=華 FAB5=蝹 FAB6=襁 FAB7=覆 FAB8=視 FAB9=調 FABA=諸 FABB=請 FABC=謁 FABD=諾 FABE=諭 FABF=謹
    FAC0=變 FAC1=贈 FAC2=輸 FAC3=遲 FAC4=醙 FAC5=鉶 FAC6=陼 FAC7=難 FAC8=靖 FAC9=韛 FACA=響 FACB=頋
    FACC=頻 FACD=鬒 FACE=龜 FACF=𢡊 FAD0=𢡄 FAD1=𣏕 FAD2=㮝 FAD3=䀘 FAD4=䀹 FAD5=𥉉 FAD6=𥳐 FAD7=𧻓
    FAD8=齃 FAD9=龎 FB00=ff FB01=fi FB02=fl FB03=ffi FB04=ffl FB05=st FB06=st FB13=մն FB14=մե
    FB15=մի FB16=վն FB17=մխ FE10=, FE11=、 FE12=。 FE13=: FE14=; FE15=! FE16=? FE17=〖 FE18=〗
    FE19=... FE30=.. FE31=— FE32=– FE33=_ FE34=_ FE35=( FE36=) FE37={ FE38=} FE39=〔 FE3A=〕
    FE3B=【 FE3C=】 FE3D=《 FE3E=》 FE3F=〈 FE40=〉 FE41=「 FE42=」 FE43=『 FE44=』 FE47=[ FE48=]
    FE4D=_ FE4E=_ FE4F=_ FE50=, FE51=、 FE52=. FE54=; FE55=: FE56=? FE57=! FE58=— FE59=(
    FE5A=) FE5B={ FE5C=} FE5D=〔 FE5E=〕 FE5F=# FE60=& FE61=* FE62=+ FE63=- FE64=< FE65=>
    FE66== FE68=\\ FE69=$ FE6A=% FE6B=@ FF01=! FF02=\" FF03=# FF04=$ FF05=% FF06=& FF07='
    FF08=( FF09=) FF0A=* FF0B=+ FF0C=, FF0D=- FF0E=. FF0F=/ FF10=0 FF11=1 FF12=2 FF13=3
    FF14=4 FF15=5 FF16=6 FF17=7 FF18=8 FF19=9 FF1A=: FF1B=; FF1C=< FF1D== FF1E=> FF1F=?
    FF20=@ FF21=A FF22=B FF23=C FF24=D FF25=E FF26=F FF27=G FF28=H FF29=I FF2A=J FF2B=K
    FF2C=L FF2D=M FF2E=N FF2F=O FF30=P FF31=Q FF32=R FF33=S FF34=T FF35=U FF36=V FF37=W
    FF38=X FF39=Y FF3A=Z FF3B=[ FF3C=\\ FF3D=] FF3E=^ FF3F=_ FF40=` FF41=a FF42=b FF43=c
    FF44=d FF45=e FF46=f FF47=g FF48=h FF49=i FF4A=j FF4B=k FF4C=l FF4D=m FF4E=n FF4F=o
    FF50=p FF51=q FF52=r FF53=s FF54=t FF55=u FF56=v FF57=w FF58=x FF59=y FF5A=z FF5B={
    FF5C=| FF5D=} FF5E=~ FF5F=⦅ FF60=⦆ FF61=。 FF62=「 FF63=」 FF64=、 FF65=・ FF66=ヲ FF67=ァ
    FF68=ィ FF69=ゥ FF6A=ェ FF6B=ォ FF6C=ャ FF6D=ュ FF6E=ョ FF6F=ッ FF70=ー FF71=ア FF72=イ FF73=ウ
    FF74=エ FF75=オ FF76=カ FF77=キ FF78=ク FF79=ケ FF7A=コ FF7B=サ FF7C=シ FF7D=ス FF7E=セ FF7F=ソ
    FF80=タ FF81=チ FF82=ツ FF83=テ FF84=ト FF85=ナ FF86=ニ FF87=ヌ FF88=ネ FF89=ノ FF8A=ハ FF8B=ヒ
    FF8C=フ FF8D=ヘ FF8E=ホ FF8F=マ FF90=ミ FF91=ム FF92=メ FF93=モ FF94=ヤ FF95=ユ FF96=ヨ FF97=ラ
    FF98=リ FF99=ル FF9A=レ FF9B=ロ FF9C=ワ FF9D=ン FFA0=ᅠ FFA1=ᄀ FFA2=ᄁ FFA3=ᆪ FFA4=ᄂ FFA5=ᆬ
    FFA6=ᆭ FFA7=ᄃ FFA8=ᄄ FFA9=ᄅ FFAA=ᆰ FFAB=ᆱ FFAC=ᆲ FFAD=ᆳ FFAE=ᆴ FFAF=ᆵ FFB0=ᄚ FFB1=ᄆ
    FFB2=ᄇ FFB3=ᄈ FFB4=ᄡ FFB5=ᄉ FFB6=ᄊ FFB7=ᄋ FFB8=ᄌ FFB9=ᄍ FFBA=ᄎ FFBB=ᄏ FFBC=ᄐ FFBD=ᄑ
    FFBE=ᄒ FFC2=ᅡ FFC3=ᅢ FFC4=ᅣ FFC5=ᅤ FFC6=ᅥ FFC7=ᅦ FFCA=ᅧ FFCB=ᅨ FFCC=ᅩ FFCD=ᅪ FFCE=ᅫ
    FFCF=ᅬ FFD2=ᅭ FFD3=ᅮ FFD4=ᅯ FFD5=ᅰ FFD6=ᅱ FFD7=ᅲ FFDA=ᅳ FFDB=ᅴ FFDC=ᅵ FFE0=¢ FFE1=£
    FFE2=¬ FFE4=¦ FFE5=¥ FFE6=₩ FFE8=│ FFE9=← FFEA=↑ FFEB=→ FFEC=↓ FFED=■ FFEE=○
    """
}
