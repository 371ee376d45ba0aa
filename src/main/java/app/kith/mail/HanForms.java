package app.kith.mail;

import org.jspecify.annotations.Nullable;

/** The simplified forms of the characters with which companies, their parts and positions are named in traditional ones. */
final class HanForms {
    private static final String TRADITIONAL = "診醫館廠業會協學團國際貿電機構設計處課組長經總監務財採購銷營運開發產質檢測試實驗師員書記編輯譯審護藥廳鋪飯賓灣園農場養漁"
            + "劇圖網鐵鋼鋁銅紡織飾製體導講險銀證貨倉儲單據資訊軟創藝術廣顧問應環車間範華東區縣鄉鎮樓層號門飛龍馬魚齋軒閣莊邊寶貝優愛樂"
            + "聯職衛種級維綠線練績聖與舊葉蘇蘭裝規視覺觀訂訓託許評詢話誠認語調談請論諮議讀變豐負責貴費賃賣賬輔輕輸辦進過達遠選錄錢鍋鐘"
            + "閱隊雜雙雲靈順預領頭題類麗黃點齊齒畫攝療檔勞關稅競強統訪紀紹約終給綜緊縫礦碼繪結絡納紙細紗傳傷價億從徵憑懷戶擔擴數暢標樣"
            + "橋權歐歲歷氣決況淨漢潔濟為無狀獎現畢異盤礎禮穩節築籌係聞補裡複訴識貼賽軍載輪轉適郵鄰醬釀鋒錦鍛鎖鏡鑄陳陽陸隨雞靜響頻願風"
            + "飲駐騎驅鮮麥麵黨鹽";
    private static final String SIMPLIFIED = "诊医馆厂业会协学团国际贸电机构设计处课组长经总监务财采购销营运开发产质检测试实验师员书记编辑译审护药厅铺饭宾湾园农场养渔"
            + "剧图网铁钢铝铜纺织饰制体导讲险银证货仓储单据资讯软创艺术广顾问应环车间范华东区县乡镇楼层号门飞龙马鱼斋轩阁庄边宝贝优爱乐"
            + "联职卫种级维绿线练绩圣与旧叶苏兰装规视觉观订训托许评询话诚认语调谈请论咨议读变丰负责贵费赁卖账辅轻输办进过达远选录钱锅钟"
            + "阅队杂双云灵顺预领头题类丽黄点齐齿画摄疗档劳关税竞强统访纪绍约终给综紧缝矿码绘结络纳纸细纱传伤价亿从征凭怀户担扩数畅标样"
            + "桥权欧岁历气决况净汉洁济为无状奖现毕异盘础礼稳节筑筹系闻补里复诉识贴赛军载轮转适邮邻酱酿锋锦锻锁镜铸陈阳陆随鸡静响频愿风"
            + "饮驻骑驱鲜麦面党盐";
    private static final char[] FORMS = forms();

    private HanForms() {}

    private static char[] forms() {
        char[] forms = new char[0xA000 - 0x3400];
        for (int i = 0; i < TRADITIONAL.length(); i++) {
            forms[TRADITIONAL.charAt(i) - 0x3400] = SIMPLIFIED.charAt(i);
        }
        return forms;
    }

    /** {@return words with simplified characters; the same where none is traditional} */
    static String simplified(String words) {
        char @Nullable [] plain = null;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            char simple = c >= 0x3400 && c < 0xA000 ? FORMS[c - 0x3400] : 0;
            if (simple != 0) {
                plain = plain == null ? words.toCharArray() : plain;
                plain[i] = simple;
            }
        }
        return plain == null ? words : new String(plain);
    }
}
