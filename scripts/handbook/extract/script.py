"""Traditional characters read as Simplified ones, one for one, so that the rules of this wing know both scripts.

For matching only: offsets stay, and what is found is cut from the text as printed.
"""

from __future__ import annotations

# the characters that occur in the rules and the vocabulary
_TRADITIONAL = (
    "並佈佔併來倉個們備傳債傷傾價億償優儲兌內兩冊別則創劃劇劑動務勞勵匯區協卽參員唸單噹嚮國圍園團埰執報場墰壇壓壜壯奬學寀實審寫寬將專對導屆層屬崗帥師帶幣幫幷幹庫廠廣強彆彔彙後從復徵慮憑應戶掛採揮撥擁擇擔據"
    "擴攤敎數斷昇時晉暫曏會朮東桿條業極榦榮構樓標樞樣機檔檢檯權歐歸氣決沒況泝減測準滙滯滿漢濟為無熱營爭爲牀牴牽獎獨獲獵獸獻現環產産畝畢異當療發監眾睏碩礎稅種稱積穎穩穫競箇節範築簡簽籌籤糰紀納紐級細組結絕絡"
    "給統絶經綜綠綫維網緑線編緩縣總績織繞繫繳繼續纍纔罈罎羣義習聯職脩臨臺與興舘華萬葯蓆蔘薦藥處虛號衆術衕裏補裝裡製複覈見規視覽訂計訓託記設許註証詐評詞詢試話誌認說説誰課調請論諮講證識議護譽讀讓負財貢貨貫責"
    "買貸費貼貿賃資賦質賬購賽贈踰車軍軟載輕輛輸轉辦農迴這連週進運過達違遞遡適遶選還鄉醫針釦鉅銀銷錄録錶鍵鍼鎭鎮鏈鐵鑑鑒長門開間閤闆關陞隊階際險隱隻難雲電靈韆響頂項順須預領頭題額類風颱養餘館駐駕駛騙驗體髮鬚"
    "麪麫麵麼麽點齣龍"
)
_SIMPLIFIED = (
    "并布占并来仓个们备传债伤倾价亿偿优储兑内两册别则创划剧剂动务劳励汇区协即参员念单当向国围园团采执报场坛坛压坛壮奖学采实审写宽将专对导届层属岗帅师带币帮并干库厂广强别录汇后从复征虑凭应户挂采挥拨拥择担据"
    "扩摊教数断升时晋暂向会术东杆条业极干荣构楼标枢样机档检台权欧归气决没况溯减测准汇滞满汉济为无热营争为床抵牵奖独获猎兽献现环产产亩毕异当疗发监众困硕础税种称积颖稳获竞个节范筑简签筹签团纪纳纽级细组结绝络"
    "给统绝经综绿线维网绿线编缓县总绩织绕系缴继续累才坛坛群义习联职修临台与兴馆华万药席参荐药处虚号众术同里补装里制复核见规视览订计训托记设许注证诈评词询试话志认说说谁课调请论咨讲证识议护誉读让负财贡货贯责"
    "买贷费贴贸赁资赋质账购赛赠逾车军软载轻辆输转办农回这连周进运过达违递溯适绕选还乡医针扣巨银销录录表键针镇镇链铁鉴鉴长门开间合板关升队阶际险隐只难云电灵千响顶项顺须预领头题额类风台养余馆驻驾驶骗验体发须"
    "面面面么么点出龙"
)
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(text: str) -> str:
    """The text, same length, with Traditional characters simplified."""
    return text.translate(_TABLE)
