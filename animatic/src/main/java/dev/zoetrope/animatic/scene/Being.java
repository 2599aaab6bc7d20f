package dev.zoetrope.animatic.scene;

import java.util.regex.Pattern;

/// Who or what a scene shows. Each is a silhouette of its own size.
public enum Being implements Worded {
    COUPLE(1.75, Habit.GROUND, Place.BEACH, "couple|lovers|two people|two friends|two figures", "情侣|恋人|两人|二人|两个人|夫妻"),
    CHILD(1.15, Habit.GROUND, Place.MEADOW, "child|children|kids?|boys?|little girl|toddler", "孩子|小孩|儿童|男孩|小女孩|孩童"),
    WOMAN(
            1.68,
            Habit.GROUND,
            Place.MEADOW,
            "woman|women|girls?|lady|ladies|she|mother|dancer|princess|queen|witch",
            "女人|女子|女孩|少女|姑娘|她|母亲|妈妈|公主|女主"),
    CYCLIST(1.7, Habit.GROUND, Place.ROAD, "bicycles?|bikes?|cyclists?|cycling", "自行车|单车|骑车"),
    RIDER(
            2.3,
            Habit.GROUND,
            Place.MEADOW,
            "knights?|riders?|horseman|horsemen|cowboys?|horse ?riders?|on horseback",
            "骑士|骑马|牛仔|骑兵"),
    ASTRONAUT(1.85, Habit.GROUND, Place.SPACE, "astronauts?|cosmonauts?|spaceman", "宇航员|航天员"),
    ROBOT(2.1, Habit.GROUND, Place.CITY, "robots?|androids?|mechs?|mecha", "机器人|机甲"),
    PERSON(
            1.78,
            Habit.GROUND,
            Place.MEADOW,
            "man|men|person|people|figure|figures|he|traveller|traveler|hiker|wanderer|samurai|warrior|hero|detective"
                    + "|fisherman|sailor|farmer|monk|father|stranger|someone|student|old man",
            "男人|男子|老人|少年|青年|旅人|行人|路人|武士|侠客|剑客|英雄|侦探|渔夫|农夫|和尚|僧人|他|父亲|主角|人影|一个人|学生"),
    CAT(0.42, Habit.GROUND, Place.STREET, "cats?|kittens?|kitty", "猫"),
    DOG(0.7, Habit.GROUND, Place.MEADOW, "dogs?|pupp(?:y|ies)|wolf|wolves|fox|foxes|hounds?", "狗|犬|狼|狐狸"),
    HORSE(2.1, Habit.GROUND, Place.MEADOW, "horses?|stallions?|pon(?:y|ies)|unicorns?", "马(?!路|上|戏|桶|克)|骏马"),
    DEER(1.9, Habit.GROUND, Place.FOREST, "deer|stags?|elks?|reindeer", "鹿"),
    BIRD(
            0.5,
            Habit.AIR,
            Place.SEA,
            "birds?|seagulls?|gulls?|eagles?|crows?|ravens?|cranes? fly|doves?|pigeons?|swallows?|flock|hawks?",
            "鸟|海鸥|鹰|雕|乌鸦|白鹭|仙鹤|鸽|燕子|大雁"),
    WHALE(12, Habit.WATER, Place.UNDERWATER, "whales?|dolphins?|sharks?", "鲸|海豚|鲨"),
    FISH(0.6, Habit.WATER, Place.UNDERWATER, "fish|fishes|school of fish", "鱼群|鱼儿|小鱼|游鱼|锦鲤"),
    CAR(1.5, Habit.GROUND, Place.ROAD, "cars?|taxis?|sports car|automobile|truck|van", "汽车|轿车|跑车|赛车|出租车|卡车"),
    TRAIN(4, Habit.GROUND, Place.MEADOW, "trains?|locomotive|railway|tram", "火车|列车|高铁|电车"),
    SAILBOAT(
            9,
            Habit.WATER,
            Place.SEA,
            "sail ?boats?|boats?|sailing boat|yachts?|canoe|rowing boat|gondola|sails",
            "帆船|小船|渔船|扁舟|木船|孤舟|轻舟|小舟"),
    SHIP(
            18,
            Habit.WATER,
            Place.SEA,
            "ships?|steamers?|ferry|vessel|freighter|cruise ship|liner",
            "轮船|货轮|邮轮|大船|巨轮|渡轮|船"),
    LIGHTHOUSE(24, Habit.GROUND, Place.BEACH, "lighthouses?|beacon", "灯塔"),
    CASTLE(30, Habit.GROUND, Place.MOUNTAINS, "castles?|fortress|palace", "城堡|宫殿|古堡"),
    PAGODA(26, Habit.GROUND, Place.MOUNTAINS, "pagodas?|temples?|shrine|monastery", "宝塔|寺|庙|古塔|神社|道观"),
    HOUSE(5.5, Habit.GROUND, Place.MEADOW, "houses?|cottages?|cabins?|huts?|home|farmhouse", "房子|小屋|木屋|房屋|茅屋|老屋"),
    TREE(9, Habit.GROUND, Place.MEADOW, "tree|oak|lone tree|cherry tree|willow", "一棵树|孤树|大树|古树|老树|樱花树|柳树"),
    DRAGON(9, Habit.AIR, Place.MOUNTAINS, "dragons?|wyverns?", "龙(?!头)"),
    ROCKET(30, Habit.AIR, Place.DESERT, "rockets?|space ?ships?|spacecrafts?|shuttle", "火箭|飞船|太空船"),
    PLANE(6, Habit.AIR, Place.MOUNTAINS, "planes?|airplanes?|aeroplanes?|aircraft|jets?", "飞机|客机|战机"),
    BALLOON(16, Habit.AIR, Place.MEADOW, "hot[- ]air balloons?|balloons?|airships?", "热气球|气球|飞艇");

    /// Where it keeps.
    enum Habit {
        GROUND,
        WATER,
        AIR
    }

    private final double metres;
    private final Habit habit;
    private final Place home;
    private final Pattern pattern;

    Being(double metres, Habit habit, Place home, String english, String chinese) {
        this.metres = metres;
        this.habit = habit;
        this.home = home;
        pattern = Worded.pattern(english, chinese);
    }

    @Override
    public Pattern pattern() {
        return pattern;
    }

    /// How tall it is.
    double metres() {
        return metres;
    }

    Habit habit() {
        return habit;
    }

    /// Where it is met when no place is named.
    Place home() {
        return home;
    }

    /// Whether it has a face to go near to.
    boolean isPerson() {
        return switch (this) {
            case COUPLE, CHILD, WOMAN, PERSON, ASTRONAUT, ROBOT -> true;
            case CYCLIST, RIDER, CAT, DOG, HORSE, DEER, BIRD, WHALE, FISH, CAR, TRAIN, SAILBOAT, SHIP -> false;
            case LIGHTHOUSE, CASTLE, PAGODA, HOUSE, TREE, DRAGON, ROCKET, PLANE, BALLOON -> false;
        };
    }

    /// Whether it is built or has grown where it stands.
    boolean isRooted() {
        return this == LIGHTHOUSE || this == CASTLE || this == PAGODA || this == HOUSE || this == TREE;
    }

    /// Whether it moves even where no verb says so.
    boolean isRestless() {
        return switch (this) {
            case BIRD, WHALE, FISH, CAR, TRAIN, SAILBOAT, SHIP, DRAGON, ROCKET, PLANE, BALLOON, CYCLIST, RIDER -> true;
            case COUPLE, CHILD, WOMAN, PERSON, ASTRONAUT, ROBOT, CAT, DOG, HORSE, DEER -> false;
            case LIGHTHOUSE, CASTLE, PAGODA, HOUSE, TREE -> false;
        };
    }
}
