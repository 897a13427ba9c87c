"""Every message of `handbook check`: what is wrong, why it matters, how to mend it. The documentation lists this table.

A code is stable ASCII, like the codes of problems. `fixable` ones are mended by `handbook check --fix`, which touches
form only.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A row of the table; the three sentences are Chinese and end without a full stop."""

    code: str
    severity: Severity
    wrong: str
    why: str
    mend: str
    fixable: bool = False


CODES = (
    # the file as such
    Code("file-link", "error", "这是符号链接，不是文件", "链接可以指到仓库之外，内容无从审阅", "放文件本身，不要放链接"),
    Code("file-name", "error", "文件名或文件夹名不能使用", "名称会成为网址和路径，在有的电脑上会打不开或重名", "只用小写字母、数字和 -，不用空格和中文"),
    Code("file-unknown", "warning", "这里多了一个程序不读的文件", "读者看不到它，审阅的人会以为它起作用", "删去，或放到应放的文件夹"),
    Code("file-large", "error", "文件太大", "这类文件由人逐行审阅，过大的无法审阅", "拆成几个文件"),
    Code("encoding", "error", "文件不是 UTF-8 编码", "别的编码在别人的电脑上是乱码", "在编辑器里选择“另存为 UTF-8”"),
    Code("control-character", "error", "有看不见的控制字符", "屏幕上看不见，却会改变程序读到的内容", "删去后重新输入这一行"),
    Code("hidden-direction", "error", "有改变文字方向的隐藏字符", "它能让人看到的和程序读到的不是一回事，可以用来夹带内容", "删去这个字符；它通常是从网页或文档复制时带进来的"),
    Code("hidden-zero-width", "error", "有零宽字符", "看不见，却使同样的词查找不到、比对不上", "删去这个字符；它通常是从网页复制时带进来的"),
    Code("hidden-private", "error", "有私人使用区字符", "它在每台电脑上显示成不同的样子，多半是字体或 PDF 的残留", "对照官方文件，改成通用的字"),
    Code("capture-hidden", "warning", "原文里有隐藏字符或私人使用区字符", "读者看不见或看到乱码，搜索也搜不到", "原文按收到的样子保存；若是复制时带进来的，请重新取得原文，用 handbook add 另存"),
    Code("form-bom", "warning", "文件开头有字节顺序标记（BOM）", "有的工具会把它当成第一个名称的一部分", "运行 handbook check --fix", True),
    Code("form-line-end", "warning", "换行符是 Windows 的写法（CRLF）", "混用换行符时，每次修改都会显示成整个文件都变了", "运行 handbook check --fix", True),
    Code("form-space", "warning", "行尾有多余的空格", "看不见，却会出现在每次修改的对照里", "运行 handbook check --fix", True),
    Code("form-last-line", "warning", "文件末尾没有换行，或者多了空行", "下一个人在末尾添加时，会连带改动这一行", "运行 handbook check --fix", True),
    # YAML
    Code("yaml-syntax", "error", "这一行不合 YAML 的写法", "读不下去，这个文件里的内容都不能用", "照提示改；值里有冒号或特殊符号时请加引号"),
    Code("yaml-double-key", "error", "同一个名称写了两次", "只有一个会算数，另一个会不声不响地丢掉", "只留一个"),
    Code("yaml-anchor", "error", "用了锚点或别名（& 与 *）", "一处改动会牵动看不见的别处", "把内容直接写出来；值以 & 或 * 开头时请加引号"),
    Code("yaml-tag", "error", "用了类型标签（!…）", "标签能让程序把值读成别的东西", "直接写值；值以 ! 开头时请加引号"),
    Code("yaml-document", "error", "一个文件里有不止一份 YAML，或有 % 开头的指令", "只有第一份会被读到", "一个文件只放一份，不写 %YAML、%TAG 和第二个 ---"),
    Code("yaml-key", "error", "名称不是一个词", "程序不知道这个值是什么", "写成“名称: 值”，例如 title: 若干措施"),
    Code("yaml-depth", "error", "嵌套太深或内容太多", "过深的结构人读不懂，也可能用来拖垮程序", "把结构写平"),
    # fields
    Code("field-missing", "error", "缺少必填的一项", "没有它，页面上就少了读者要知道的事", "照例子补上"),
    Code("field-unknown", "error", "不认识的名称", "拼错的名称等于没有写", "检查拼写，照“可用的名称”改"),
    Code("field-form", "error", "值的写法不对", "程序按固定写法读取，写法不对就会读错", "照例子改"),
    Code("field-long", "error", "值太长", "页面和表格放不下，也说明可能放错了地方", "写短，长的说明放进 notes"),
    Code("field-empty", "error", "值是空的", "空的等于没有写", "填上，或者删去这一项"),
    Code("field-type", "error", "值的形式不对", "应是一段文字的写成了清单，或者反过来", "照例子改：清单每行以 - 开头"),
    Code("field-choice", "error", "值不在可选的范围里", "程序只认得列出的几种", "改成列出的一种"),
    Code("field-date", "error", "不是日期", "日期决定排序和订阅，必须准确到日", "写成 2026-11-22 的样子"),
    Code("todo-left", "error", "还有没填的 TODO", "读者会在页面上看到它", "查到以后填上；确实查不到的，能省略的就删去这一项"),
    # sources
    Code("card-missing", "error", "这份原文没有 source.yml", "没有来源的原文不能收录", "补一个 source.yml，写法见 sources/README.md"),
    Code("capture-missing", "error", "这份来源没有 capture.txt", "没有原文，页面无从对照", "把收到的原文存为 capture.txt，或用 handbook add"),
    Code("capture-empty", "error", "原文是空的", "没有内容可以收录", "重新取得原文；扫描的 PDF 要先做文字识别"),
    Code("capture-unreadable", "warning", "原文里有解不出的字节", "这些地方显示为 �，可能是收到时就坏了", "从出处重新取得原文"),
    Code("capture-changed", "error", "原文与登记的指纹不符", "原文按收到时的样子保存，改动过就不能再作依据", "恢复原样；确是新收的原文时，把 sha256 改成提示里的值"),
    Code("rights-missing", "error", "没有写明权利类别", "官方文件可以全文收录，媒体报道不可以：写错了会侵权", "官方文件写 rights: official，媒体报道写 rights: press"),
    Code("outlet-missing", "error", "媒体报道没有写明媒体", "引用报道必须写明出处", "写上媒体名称，例如 outlet: 某日报"),
    Code("url-form", "error", "网址的写法不对", "读者打不开", "写完整的 http:// 或 https:// 网址；没有可靠网址时写 null"),
    Code("url-temporary", "error", "这是临时链接", "过一段时间就打不开，不能作为出处", "换成正式发布的网址；没有时写 url: null，在 obtained 里说明"),
    Code("region-unknown", "error", "地区词表里没有这个地区", "归不到地区，读者按地区找不到它", "改成 regions.yml 里的写法，或先在 regions.yml 里添加"),
    Code("agency-unknown", "warning", "部门词表里没有这个部门", "它没有统一的名称，同一个部门的措施会散在几页", "改成官方全称，或在 agencies.yml 里添加"),
    Code("id-form", "error", "编号的写法不对", "编号会成为网址，必须人人打得出、发得出", "只用小写字母、数字和 -，例如 some-city-2026"),
    Code("id-twice", "error", "同一个编号用了两次", "两份文件会抢同一个网址", "给其中一个换编号"),
    Code("document-absent", "warning", "登记的文件在原文里没有找到", "这个编号不会有页面", "核对标题，照原文的写法登记"),
    Code("report-unknown", "error", "报道的文件手册里没有", "报道会连到不存在的页面", "核对编号，或先收录那份文件"),
    Code("erratum-absent", "error", "勘误里印错的字原文里没有", "找不到位置，勘误就无从标注", "照原文一字不差地抄进 printed"),
    Code("erratum-ambiguous", "error", "勘误里印错的字在原文里不止一处", "不知道说的是哪一处", "在 printed 里多抄前后几个字，使它只出现一次"),
    Code("erratum-same", "error", "勘误的两种读法相同", "没有改正任何东西", "在 reading 里写正确的读法"),
    Code("erratum-twice", "error", "同一处勘误登记了两次", "页面上会出现两条", "删去一条"),
    # vocabulary
    Code("script-length", "error", "繁体与简体字数不同", "转换逐字对应，长短不一会使引文错位", "左右一字对一字，只换字形，不换词语"),
    Code("said-twice", "error", "同义词里一个说法写了两次", "改了一组，另一组还按原来的意思找", "一个说法只写一次"),
    Code("term-twice", "error", "一个叫法归了两个词条", "读者点开的是哪一个解释就说不准了", "一个叫法只归一个词条"),
    Code("form-twice", "error", "一个叫法归了两个部门", "同一个名称会连到两页中的随便一页", "一个叫法只归一个"),
    Code("see-also-unknown", "error", "see_also 指向的词条不存在", "读者点了会落空", "改成已有词条的编号"),
    Code("basis-missing", "error", "词条没有写依据，也没有写待考", "没有人担保的解释会被当真", "写 basis（文号、法律或措施编号），没有把握的写 missing"),
    Code("basis-unknown", "error", "词条依据的措施不存在", "解释就没有了依据", "改成手册里有的措施编号，或写文号"),
    Code("type-without-standard", "error", "企业类型没有写划分标准", "读者无法判断自己是不是这一类", "写明标准出自哪份文件；没有把握的写“待考”"),
    Code("type-without-words", "error", "企业类型或主题没有词", "没有词就归不进任何措施", "在 words 里写上文件里指它的词"),
    Code("word-conflict", "error", "同一个词既算又不算", "归类会互相矛盾", "从 words 或 not_words 里去掉一个"),
    Code("parent-unknown", "error", "上一级地区不存在，或者绕成了圈", "地区页排不出层级", "改成已有地区的编号"),
    # ids that are no longer used
    Code("id-vanished", "error", "已发布的编号不见了", "别人收藏、引用的网址会打不开", "在 sources/retired.yml 里写明去向，或运行 handbook retire"),
    Code("retired-unknown", "error", "撤下的编号从来没有过", "多半是写错了，真正撤下的那个仍会报错", "核对编号"),
    Code("retired-target", "error", "改往的编号不存在", "读者会从一个空页转到另一个空页", "改成手册里有的编号；没有去处时写 to: null"),
    Code("retired-twice", "error", "同一个编号撤下了两次", "不知道以哪一行为准", "只留一行"),
    Code("retired-reason", "error", "撤下的编号没有写去向，也没有写原因", "打开旧网址的人看不到任何说明", "to 和 why 至少写一个"),
    # words of the interface and hand-written pages
    Code("string-placeholder", "error", "界面用语里的花括号没有配对，或者占位名不对", "生成页面时会中断", "占位写成 {name}；要印花括号时写 {{ 和 }}"),
    Code("string-type", "error", "界面用语不是文字", "页面上印不出来", "写成一段文字，需要时加引号"),
    Code("page-front", "error", "页面开头没有 title", "浏览器标题和搜索结果里没有名称", "在页面开头的两行 --- 之间写 title: 标题"),
    Code("page-script", "error", "页面里有脚本或会运行的内容", "手册的页面不运行别人写的程序", "删去；需要功能时提给维护者"),
)  # fmt: skip

BY_CODE = {row.code: row for row in CODES}
