package dev.zoetrope.animatic.scene;

import java.util.regex.Pattern;

/// Where a scene is.
public enum Place implements Worded {
    BEACH("beach|beaches|seaside|seashore|shore|coast|coastline|cliffs? by the sea", "海滩|沙滩|海边|海岸|岸边"),
    HARBOUR("harbou?rs?|port|piers?|docks?|wharf|marina", "港口|港湾|海港|渔港|码头"),
    UNDERWATER("underwater|under the sea|seabed|coral reef|reef", "海底|水下|深海|珊瑚"),
    SEA("sea|seas|ocean|oceans|waves", "(?<!上|人)海(?!报|选|量|外|拔|军|关)|浪(?!漫|费)"),
    LAKE("lakes?|ponds?", "湖(?!南|北)|池塘"),
    RIVER("rivers?|bridges?|canals?|stream|streams|riverbank", "河(?!南|北)|桥|江(?!湖|苏|西)|溪"),
    ROOM(
            "rooms?|indoors?|interior|kitchen|bedroom|library|caf[eé]|window ?sill|by the window|office|classroom|study"
                    + "|fireplace|living room|studio|hall",
            "房间|室内|屋里|屋内|卧室|客厅|厨房|窗前|窗边|窗台|书房|咖啡[馆厅店]|办公室|教室|图书馆"),
    STREET("streets?|alleys?|alleyway|lanes?|crosswalk|night market|china ?town", "街|巷|胡同|路口|夜市"),
    ROAD("roads?|highways?|motorway", "公路|马路|山路|高速"),
    VILLAGE("villages?|farms?|farmhouse|countryside|small town|town", "村|乡间|农场|小镇|古镇"),
    CITY("city|cities|skylines?|downtown|skyscrapers?|rooftops?|metropolis|megacity", "城市|都市|摩天|天际线|楼顶|天台|高楼|之城"),
    FOREST("forests?|woods|woodland|jungle|grove|bamboo|garden|park", "森林|树林|丛林|竹林|林间|林中|公园|花园|花树林"),
    SNOWFIELD("snow ?fields?|tundra|arctic|antarctica|glaciers?|ice ?field|frozen plain", "雪原|雪地|冰川|极地|冰原|南极|北极"),
    DESERT("deserts?|dunes?", "沙漠|沙丘|戈壁|大漠"),
    SPACE(
            "outer space|deep space|in space|galaxy|galaxies|cosmos|planets?|orbit|nebula|on the moon|moonscape|mars",
            "太空|宇宙|星系|银河系|星球|月球|火星|星云"),
    MOUNTAINS("mountains?|mountain ?tops?|peaks?|valleys?|canyons?|summit|cliffs?", "山(?!坡|路|东|西(?!面))|峰|悬崖|峡谷"),
    MEADOW(
            "meadows?|fields?|grasslands?|grass|prairie|hills?|hilltop|hillside|steppe|pasture",
            "草原|草地|草坪|田野|麦田|稻田|花海|花田|山坡|原野|牧场");

    private final Pattern pattern;

    Place(String english, String chinese) {
        pattern = Worded.pattern(english, chinese);
    }

    @Override
    public Pattern pattern() {
        return pattern;
    }

    @Override
    public String word() {
        return this == SPACE ? "outer space" : Worded.super.word();
    }

    /// Whether weather stays outside.
    public boolean isSheltered() {
        return this == ROOM || this == UNDERWATER || this == SPACE;
    }

    /// Whether what stands on the ground there stands on water.
    boolean isWater() {
        return this == SEA || this == LAKE || this == HARBOUR;
    }
}
