"""What the names of agencies look like in any Chinese policy text: ministries, departments, Party bodies, companies.

Works on plain strings. Nothing here knows a place or one particular agency; the tables hold kinds of work (发展改革, 财政)
and kinds of body (厅, 局, 委员会), which are the same in every province. Traditional forms are folded for matching only.
"""

from __future__ import annotations

import re
from typing import Literal

Likeness = Literal["strong", "weak", "none"]
LONGEST_NAME = 60

# Traditional characters of labels and agency names, each to one simplified character, so that offsets stay.
_TRADITIONAL = (
    "責單牽頭負門機關構辦協實執導參與縣區廳務財經濟發農業員會處總黨團聯銀監測學術資訊數據運輸設衛項質鄉鎮電網鐵"
    "氣證險貿產國內稅標準備檢驗體動環護濱灣廣東專場駐園營隊觀級職種權聞傳統組織勞僑臺類應對急審計劃規點創課軍"
    "馬龍華興豐遠寧陽陰陝鹽礦藥醫療養災煙碼術檔賓館飛誌華黃滬貴雲蘭號屬選優惠開轄紀繫戰線爲為"
)
_SIMPLIFIED = (
    "责单牵头负门机关构办协实执导参与县区厅务财经济发农业员会处总党团联银监测学术资讯数据运输设卫项质乡镇电网铁"
    "气证险贸产国内税标准备检验体动环护滨湾广东专场驻园营队观级职种权闻传统组织劳侨台类应对急审计划规点创课军"
    "马龙华兴丰远宁阳阴陕盐矿药医疗养灾烟码术档宾馆飞志华黄沪贵云兰号属选优惠开辖纪系战线为为"
)
_FOLD = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_ROUND = str.maketrans("〔〕()", "（）（）")  # 各县〔市、区〕人民政府

_HAN = "\u4e00-\u9fff"

# The work of a department, as its name begins: 省发展改革委, 市经信局, 国家税务总局.
_WORK_WORDS = """
    发展和改革 发展改革 发展与改革 发改 经济和信息化 经济与信息化 经济信息化 经济贸易 经信 经贸 工业和信息化 工业信息化 工业与信息化 工信
    科学技术和工业信息化 科学技术创新 科学技术 科技创新 科技和工业信息化 科技 科创 科工信 科经 教育体育 教育和体育 教体 教育 财政
    人力资源和社会保障 人力资源社会保障 人力资源 人力社保 人社 住房和城乡建设 住房城乡建设 住房保障 住房管理 住建 城乡建设 建设交通 建设 建交
    自然资源和规划 自然资源和城乡建设 规划和自然资源 规划资源 规划和国土资源 自然资源 规划 国土资源 国土 生态环境 环境保护 环保 交通运输 交通
    水利 水务 农业农村 农业 农牧 林业和草原 林业 林草 园林 海洋 渔业 商务 商业 外经贸 对外贸易经济合作 文化和旅游 文化旅游 文化广电旅游
    文化广电和旅游 文化广电旅游体育 文广旅 文广新 文旅 文体旅游 文化体育 文化 旅游 广播电视 广电 新闻出版 版权 电影 卫生健康 卫健 卫生
    中医药 中医 疾控 疾病预防控制 医疗保障 医保 药品监督管理 药品监管 药监 食品药品 市场监督管理 市场监管 市监 工商行政管理 工商 质量技术监督
    质监 知识产权 民政 民族宗教 民族 宗教 司法 公安 国家安全 审计 税务 地税 国税 统计 体育 外事 国有资产监督管理 国资监管 国资
    金融监督管理 金融监管 金融工作 金融管理 金融发展 地方金融监督管理 地方金融监管 地方金融管理 地方金融 金融 银保监 银监 保监 证监 外汇管理
    外汇 退役军人事务 退役军人 应急管理 应急 安全生产监督管理 安监 消防救援 消防 信访 机关事务 政务服务和数据 政务服务数据 政务服务 政务
    行政审批服务 行政审批 审批服务 数据资源 大数据发展 大数据 数据 数字经济 数字化 网信 互联网信息 通信管理 通信 邮政管理 邮政 能源
    粮食和物资储备 粮食和储备 粮食 物资储备 烟草专卖 烟草 气象 地震 铁路 民用航空 民航 航空 口岸 港务 港航 港口 海事 投资促进 招商
    合作交流 经济合作 经济协作 扶贫 乡村振兴 公积金 城市管理 城管 综合执法 综合行政执法 人防 国防动员 军民融合 国防科工 国防科技工业 人才
    社会工作 民营经济 中小企业 物流 会展 参事 研究 档案 保密 密码 社会保险 社保 就业 残疾人 供销 矿山安全 煤矿安全 核安全 文物 移民 侨务
    台湾事务 港澳 妇女儿童 老龄 红十字 关税 海关 出入境 检验检疫 标准化 计量 认证 政策研究 财税 编制 机构编制 督查 审改 职改 放管服
    营商环境 改革 体改 外国专家 留学 语言文字 经济 内政 国防 外交 法务 劳动 环境 卫生福利 国家发展 民宗 财税 财贸 财金 科工 经发 社发
    科教 党建 绿化 园林绿化 水资源 水土保持 防汛抗旱 公共资源交易 公共数据 双拥 爱国卫生 药械 营商 信用 投资 开发 国际贸易 民防 房产 房屋
    土地 不动产 储备 检测 稽查 征收
"""
_WORK = "|".join(sorted(_WORK_WORDS.split(), key=len, reverse=True))
# 发展改革 in 省级发展改革、财政部门
_WORK_ALONE = re.compile(rf"(?:[省市县区]级|各级|[省市县区])?(?:{_WORK}){{1,2}}")
# The body that does it.
_BODY = "委员会|办公室|办公厅|管理局|监督局|监察局|总局|分局|总署|专员办|厅|局|委|办|署"
# Ministries, which alone may stand as 某某部 without a head: 财政部, 经济部
_MINISTRY = (
    "教育|科技|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源社会保障|人力资源和社会保障|自然资源|国土资源|生态环境|环境保护|环境|"
    "住房城乡建设|住房和城乡建设|交通运输|交通|水利|农业农村|农业|商务|文化和旅游|文化|退役军人事务|应急管理|外交|国防|铁道|经济|内政|法务|"
    "劳动|卫生福利|数位发展"
)

# Government at some level, not a word that begins with the same character: 市 but not 市场, 省 but not 省级.
_HEAD = (
    r"(?:中共|中央|中国|国家|国务院|全国|"
    r"省(?!级|内|外(?![办事汇国])|域|份|会|属)|自治区|直辖市|"
    r"市(?!场|级|内|外(?![办事汇国])|域|民(?![政族营航委防宗])|容|值|价|属)|"
    r"区(?!域|级|内|外(?![办事汇国])|块|分|位|属)|县(?!级|域|内|城)|州(?!级|内)|盟|旗|师|兵团|县市|区县|"
    r"各|有关|相关|属地|所在地|本级|新区|开发区|高新区|经开区|自贸区|示范区|管委会)"
)
_PLACE = rf"(?:[{_HAN}]{{2,8}}?(?:省|市|区|县|州|盟|旗))"
_LEVEL = rf"(?:{_HEAD}|{_PLACE}){{0,3}}(?:政府|人民政府|委|党委)?"

# 省科技厅, 市委金融办, 国家税务总局某市税务局, 市自然资源和规划局, 卫生健康委, 财政部, 银保监会
_DEPARTMENT = re.compile(
    rf"{_LEVEL}(?:国家|中国)?(?:(?:{_WORK}){{1,3}}(?:综合|事业|行业|事务|工作|发展|服务|促进|管理|监督|专卖|稽查){{0,2}}(?:{_BODY})"
    rf"|(?:{_MINISTRY})部|(?:银保监|银监|保监|证监)会)"
)
# Bodies whose last word settles it: 某市人民政府, 某某海关, 某某街道办, 市总工会, 市科协, 某省金融监管局
_LAST_WORD = (
    "人民政府|行政公署|行署|政府办公[厅室]|管委会|管理委员会|街道办事处|街道办|人民法院|检察院|仲裁委|仲裁委员会|党工委|"
    "总工会|工商联|贸促会|科协|残联|妇联|文联|侨联|工商业联合会|残疾人联合会|妇女联合会|供销社|供销合作社|"
    "金融监管局|监管总局|监管局|监管分局|监管支局|银保监局|银保监分局|证监局|通信管理局|海关|海事局|税务局|邮政管理局|气象局|"
    "外汇局|烟草局|农商行|调查队|调查总队|公积金中心|领导小组|领导小组办公室|领导小组办|联席会议|工作专班|指挥部|兵团"
)
_BY_LAST_WORD = re.compile(rf"[{_HAN}“”·、（）()〈〉]{{0,30}}(?:{_LAST_WORD})")
# Bodies with a name of their own: 人行某省分行, 团省委, 省人大常委会, 市法院, 省委, 中科院某某分院, 海关总署
_BY_NAME = re.compile(
    rf"(?:中国人民银行|人民银行|人行)[{_HAN}]{{0,16}}|(?:共青团|团)[{_HAN}]{{0,8}}委(?:员会)?|(?:共青|团)团?中央|国务院|中央军委|党中央"
    rf"|[{_HAN}]{{0,8}}[省市区县州](?:人大(?:常委会)?|政协|法院|政府|委)|中科院[{_HAN}]{{0,8}}"
    r"|(?:国家)?(?:税务总局|海关总署|能源局|外汇局|移民局)"
)
_BUREAU = r"(?<![格布结大全开破终僵当])局|(?<![餐展客大])厅|(?<![主承协举开停联催督民公包])办|(?<!常)委"  # not 布局, 大厅, 主办
# A level of government before any body: 省十大产业推进办, 市商旅局, 区机关事务管理局, 市委宣传部, 县融媒体中心
_HEADED = re.compile(
    rf"(?:{_HEAD}|{_PLACE})[{_HAN}“”·、（）()〈〉]{{0,30}}(?:{_BUREAU}|委员会|办公室|办公厅|政府|法院|(?<!部)署|"
    r"(?:组织|宣传|统战|武装|社会工作|外联|联络|工作)部|总队|支队|专班|总站|管理处|办事处|促进会|"
    r"(?:服务|管理|交易|发展|促进|信息|研究|融媒体)中心)"
    rf"|[省市区县](?![场级属域内外直])[{_HAN}]{{1,10}}(?:集团|控股)"
)
# Everybody concerned: 各有关部门和单位, 省直相关部门, 各行业主管部门, 市级各部门, 各成员单位
_COLLECTIVE = re.compile(
    rf"(?:各|有关|相关|其他|其它|省直|市直|区直|县直|省级|市级|区级|县级|行业|地方|中央|国务院|[省市区县]各|[省市区县][有相]关)"
    rf"[{_HAN}、和及（）]{{0,24}}(?:部门|单位|机构|政府|各级|管委会|街道|乡镇|镇街|街镇|园区|开发区|功能区|平台公司|区县|[市州区县镇]|"
    r"党委|党工委|企业|地区|地方|高校|学校|院校|医院|科研院所|（[^（）]{1,16}）)|区县|县区|市县|县市区|镇街|街镇|乡镇"
)
# Those of them that stand for agencies even without a duty word: 各成员单位, 各设区市, not 各类企业
_EVERY_AGENCY = re.compile(
    rf"各(?!类)[{_HAN}、和及]{{0,16}}(?:部门|单位|政府|管委会|街道|镇|开发区|区|市|州|县)(?:（[^（）]{{1,16}}）)?"
)
# Bodies that may also be the text's own subject: 某某集团, 某某银行, 某某协会. Two characters of a name before the kind.
_OTHER_BODY = re.compile(
    rf"[{_HAN}A-Za-z0-9“”·—\-（）()]{{2,40}}(?:公司|集团|银行|农商行|分行|支行|营管部|营业管理部|协会|商会|学会|联合会|总会|联盟|"
    r"研究院|研究所|科学院|实验室|大学|学院|医院|中心|街道|乡|镇|新区|开发区|高新区|经开区|园区|保税区|试验区|实验区|示范区|"
    r"机场|港口|电网|电力|铁路|资本|控股|基金|电视台|报社|总台|交易所|服务站|办事处|部门|机关|(?:成员|牵头|责任|链长)单位|"
    rf"工会|党委|党组|支队|大队|{_BUREAU}|(?<![一外内全东西南北中总干])部|(?<!部)署|处|站|所|馆|社|院|办公室|委员会)"
)
# Words that make a clause of what would be a name: 市科技局认定的企业, 经批准的机构, 国家级以上, 以下简称《办法》
_CLAUSE = re.compile(
    r"的|将|给予|应当|或者|认定|备案|确定|公布|批准|审核|推荐|申报|(?<!地级)以上|以下|以内|以外|简称|除外|不含|超过|可以|须|确认|为准|"
    r"《|》|〔\d|％|%|元|：|:|\d{4}年|其中|如果|例如|比如|等级"
)
# 由市科技局, 向市科技局, 原市经贸委, 即省发改委: a preposition before a level of government
_PREPOSITION = re.compile(
    r"[由向经报与按以对在除含即原如为非并及和或从到被至比](?=省|市(?!场)|区|县|国家|各|中国|人民|国务院|财政)"
)
# 省文化和旅游厅（省文物局）: a second name in a bracket of its own
_SECOND_NAME = re.compile(r"(?<=.{2})[（〔][^（）〔〕]{1,20}[）〕]$")


def fold(text: str) -> str:
    """The text with the Traditional characters of agency names simplified, one for one, for matching only."""
    return text.translate(_FOLD)


def likeness(name: str) -> Likeness:
    """How sure it is that a string is the name of an agency: `strong` wherever it stands, `weak` only beside others."""
    if not 2 <= len(name) <= LONGEST_NAME:
        return "none"
    whole = fold(name).translate(_ROUND)
    if _PREPOSITION.match(whole) or _CLAUSE.search(_SECOND_NAME.sub("", whole)):
        return "none"
    forms = {whole, _SECOND_NAME.sub("", whole)}
    if any(pattern.fullmatch(form) for form in forms for pattern in (_DEPARTMENT, _BY_LAST_WORD, _BY_NAME, _HEADED)):
        return "strong"
    return "weak" if any(_COLLECTIVE.fullmatch(form) or _OTHER_BODY.fullmatch(form) for form in forms) else "none"


def is_collective(name: str) -> bool:
    """Whether a name stands for everybody of a kind (各有关部门和单位, 省直相关部门) and so for no agency in particular."""
    return _COLLECTIVE.fullmatch(fold(name)) is not None


def is_every_agency(name: str) -> bool:
    """Whether a collective is of agencies, whatever stands beside it (各成员单位, 各设区市; not 各类企业)."""
    return _EVERY_AGENCY.fullmatch(fold(name)) is not None


def is_work(name: str) -> bool:
    """Whether a string is the work of a department without its body (发展改革 in 发展改革、财政部门)."""
    return _WORK_ALONE.fullmatch(fold(name)) is not None
