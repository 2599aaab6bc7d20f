package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every store of tokens promises.
@Timeout(60)
abstract class TokensContract {
    final SettableClock clock = new SettableClock();

    /// The store under test, which reads [#clock].
    abstract Tokens tokens();

    @Test
    void a_created_token_is_known_by_its_secret() {
        var created = tokens().create("laptop");
        assertThat(created.secret()).matches("r8_[0-9A-Za-z]{37}");
        assertThat(tokens().authenticate(created.secret())).hasValueSatisfying(token -> {
            assertThat(token.id()).isEqualTo(created.token().id());
            assertThat(token.name()).isEqualTo("laptop");
            assertThat(token.createdAt()).isEqualTo(clock.instant());
        });
        assertThat(tokens().authenticate(created.secret() + "x")).isEmpty();
        assertThat(tokens().authenticate("")).isEmpty();
    }

    @Test
    void secrets_differ() {
        var secrets = new HashSet<String>();
        for (int i = 0; i < 50; i++) {
            secrets.add(tokens().create("same name").secret());
        }
        assertThat(secrets).hasSize(50);
        assertThat(tokens().list()).hasSize(50);
    }

    @Test
    void the_hint_tells_tokens_apart_but_does_not_give_them_away() {
        var created = tokens().create("laptop");
        assertThat(created.token().hint())
                .startsWith(created.secret().substring(0, 6))
                .endsWith(created.secret().substring(37))
                .hasSizeLessThan(12);
        assertThat(tokens().ensure("configured", "test").hint()).doesNotContain("t");
    }

    @Test
    void a_configured_secret_is_one_token_however_often_it_is_ensured() {
        var first = tokens().ensure("configured", "test");
        clock.advance(Duration.ofDays(1));
        assertThat(tokens().ensure("configured", "test")).isEqualTo(first);
        assertThat(tokens().ensure("renamed", "test").id()).isEqualTo(first.id());
        assertThat(tokens().list())
                .singleElement()
                .extracting(Tokens.Token::name)
                .isEqualTo("renamed");
        assertThat(tokens().authenticate("test")).map(Tokens.Token::name).contains("renamed");
        assertThat(tokens().ensure("short", "x").id()).isNotEqualTo(first.id());
        assertThatIllegalArgumentException().isThrownBy(() -> tokens().ensure("empty", ""));
    }

    @Test
    void a_revoked_token_is_refused_from_then_on() {
        var created = tokens().create("laptop");
        assertThat(tokens().authenticate(created.secret())).isPresent();
        assertThat(tokens().revoke(created.token().id())).isTrue();
        assertThat(tokens().revoke(created.token().id())).isFalse();
        assertThat(tokens().authenticate(created.secret())).isEmpty();
        assertThat(tokens().list()).isEmpty();
    }

    @Test
    void the_last_use_is_noted_about_once_a_minute() {
        var created = tokens().create("laptop");
        assertThat(lastUse()).isNull();
        var first = clock.instant();
        tokens().authenticate(created.secret());
        assertThat(lastUse()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(59));
        tokens().authenticate(created.secret());
        assertThat(lastUse()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        tokens().authenticate(created.secret());
        assertThat(lastUse()).isEqualTo(clock.instant());
    }

    @Test
    void tokens_are_listed_oldest_first() {
        var first = tokens().create("b").token();
        clock.advance(Duration.ofSeconds(1));
        var second = tokens().create("a").token();
        assertThat(tokens().list()).containsExactly(first, second);
    }

    /// The use is written behind the caller's back; what the same store is asked to write after it comes after it.
    private Instant lastUse() {
        tokens().revoke("nobody");
        return tokens().list().getFirst().lastUsedAt();
    }
}
