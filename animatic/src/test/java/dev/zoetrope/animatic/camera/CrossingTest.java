package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Timeline.Transition.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrossingTest {
    private static final int WIDTH = 200;

    private static float[] crossed(Kind kind, double share) {
        float[] before = new float[WIDTH];
        float[] row = new float[WIDTH];
        Arrays.fill(before, 40);
        Arrays.fill(row, 200);
        new Crossing(WIDTH).cross(kind, before, row, WIDTH, share, 0.1);
        return row;
    }

    @ParameterizedTest
    @EnumSource(names = {"DISSOLVE", "WIPE", "WHIP"})
    void goes_from_the_one_picture_to_the_other_and_never_back(Kind kind) {
        double last = 40;
        for (int i = 0; i <= 20; i++) {
            double light = 0;
            for (float sample : crossed(kind, i / 20.0)) {
                assertThat(sample).isBetween(40 - 0.01f, 200 + 0.01f);
                light += sample / WIDTH;
            }
            assertThat(light).as("%s at %s of 20", kind, i).isGreaterThanOrEqualTo(last - 0.01);
            last = light;
        }
        assertThat(last).isGreaterThan(195);
    }

    @Test
    void a_wipe_comes_from_the_left_and_a_whip_from_the_right() {
        float[] wipe = crossed(Kind.WIPE, 0.5);
        assertThat(wipe[10]).isEqualTo(200);
        assertThat(wipe[190]).isEqualTo(40);
        float[] whip = crossed(Kind.WHIP, 0.5);
        assertThat(whip[10]).isLessThan(41);
        assertThat(whip[190]).isGreaterThan(199);
    }
}
