"""Traditional forms that depend on what stands around them: a measure word after a figure, a place, a surname."""

from __future__ import annotations

import re

_COUNT = r"[0-9０-９一二三四五六七八九十百千万亿两双几数半]"
_OF_DOCUMENTS = (
    r"(?:规划|方案|目录|清单|预算|决算|报告|计划|标准|指南|手册|指引|名录|图集|年鉴|报表|月报|季报|年报|简报|专刊|汇编|"
    r"大纲|教材|导则|规程|规范|说明书|白皮书|蓝皮书|读本|路线图|地图|申请书|任务书)"
)
# what makes 周 the name of a week of events
_EVENT = (
    r"(?:活动|宣传|科技|创新|节能|低碳|服务|安全|消费|时尚|设计|双创|创业|文化|艺术|招聘|对接|品牌|体验|推介|招商|质量|"
    r"美食|电影|旅游|人才|读书|音乐|学术|教育|产权|建筑|数字|工业|产业|主题|购物|路演|开放|金融|展示|健康|游戏|环保|法治|普法)"
)
_BEFORE_A_NAME = r"(?:^|(?<=[\s、，。；：（《“省市州盟和与及、]))"  # where the name of a place can begin

# The group `char` takes the form beside the pattern.
RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # 3只基金, 两只REITs; not 每年只需, 前20只能
    (
        re.compile(rf"{_COUNT}(?P<char>只)(?![能有需是要可限在对会用须得做为占收按计补给认看剩凭针开设招录保留够享])"),
        "隻",
    ),
    # 2周, 每周报送, 前两周; not 四周边界, 四周围
    (re.compile(rf"(?:{_COUNT}|[每本上下首单])(?P<char>周)(?![边围密到全详知旋济口恩转])"), "週"),
    # 双创活动周; not 活动周边
    (re.compile(rf"{_EVENT}(?P<char>周)(?![边围密到全详知旋济口恩转])"), "週"),
    # 于某, 于某某, 于先生; not 位于某区, 于某日
    (
        re.compile(
            r"(?<![位用对属基处等高低大小由关至])(?P<char>于)(?=某某|某[、，。（）因与和等]|某$|(?:先生|女士|同志)|氏(?!族))"
        ),
        "于",
    ),
    # 经营者于某, 姜某、范某; not 基于某项, 示范某些
    (re.compile(r"(?:^|(?<=[\s、，。；：（和与及者人]))(?P<char>于)(?=某)"), "于"),
    (re.compile(r"(?:^|(?<=[\s、，。；：（和与及者人]))(?P<char>范)(?=某)"), "范"),
    # 自制设备; not 各自制定, 自制力
    (re.compile(r"(?<!各)自(?P<char>制)(?![力定度约止裁订胜动衡])"), "製"),
    # 理发、美容; not 管理发展, 办理发票
    (
        re.compile(
            r"(?<![管办治受处清整审代经物地心合总护修病生料推伦助])理(?P<char>发)"
            r"(?![展放布起改生行现明达动文电票包证挥给送育表射言])"
        ),
        "髮",
    ),
    # 编制能源规划, 编制《…目录》; not 人员编制, 机构编制方案
    (re.compile(rf"(?<!机构)(?<!人员)(?<!事业)编(?P<char>制)(?=[^，。；：！？\n编]{{0,18}}{_OF_DOCUMENTS})"), "製"),
    # 河南省范县; not 示范县, 规范县级
    (re.compile(r"(?<![示规模师防典])(?P<char>范)(?=县)"), "范"),
    # 江西于都, 沈阳市于洪; not 基于都市圈, 用于田间
    (re.compile(rf"{_BEFORE_A_NAME}(?P<char>于)(?=都(?![市会能是有要可])|洪(?!水|涝)|田(?!间))"), "于"),
)
