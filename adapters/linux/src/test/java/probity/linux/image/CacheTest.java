package probity.linux.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    @TempDir Path temporary;

    @Test
    void theUsersIsWhereTheSpecificationSays() {
        assertThat(Cache.ofUser(Map.of(), "/home/me").directory())
                .isEqualTo(Path.of("/home/me/.cache/probity"));
        assertThat(Cache.ofUser(Map.of("XDG_CACHE_HOME", "/x"), "/home/me").directory())
                .isEqualTo(Path.of("/x/probity"));
        assertThat(Cache.ofUser(Map.of("XDG_CACHE_HOME", ""), "/home/me").directory())
                .isEqualTo(Path.of("/home/me/.cache/probity"));
    }

    @Test
    void anEntryIsFilledOnce() throws Exception {
        Cache cache = new Cache(temporary);

        Path entry = cache.entry("kind", "name", into -> Files.writeString(into.resolve("f"), "1"));
        Path again = cache.entry("kind", "name", into -> Files.writeString(into.resolve("f"), "2"));

        assertThat(again).isEqualTo(entry);
        assertThat(entry.resolve("f")).hasContent("1");
    }

    @Test
    void anEntryThatCannotBeFilledDoesNotExist() throws Exception {
        Cache cache = new Cache(temporary);

        assertThatThrownBy(
                        () ->
                                cache.entry(
                                        "kind",
                                        "name",
                                        into -> {
                                            Files.writeString(into.resolve("f"), "half");
                                            throw new IOException("No space left");
                                        }))
                .hasMessage("No space left");
        assertThat(temporary.resolve("kind")).isEmptyDirectory();
    }

    @Test
    void whatAKilledRunLeftIsDeletedAndWhatARunIsFillingIsNot() throws Exception {
        Path left = Files.createDirectories(temporary.resolve("kind/.new1/unpacked")).getParent();
        Path filled = Files.createDirectory(temporary.resolve("kind/.new2"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

        new Cache(temporary).entry("kind", "name", into -> {});

        assertThat(left).doesNotExist();
        assertThat(filled).exists();
    }

    @Test
    void aLockIsHeldByOneThreadAtATime() throws Exception {
        CompletableFuture<Cache.Lock> second;
        try (Cache.Lock first = Cache.lock(temporary)) {
            second =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return Cache.lock(temporary);
                                } catch (IOException failed) {
                                    throw new java.io.UncheckedIOException(failed);
                                }
                            });
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(first.channel().isOpen()).isTrue();
            assertThat(second).isNotDone();
        }
        second.get(1, TimeUnit.MINUTES).close();
    }
}
