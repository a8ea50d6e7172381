package org.arolang.runtime.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** [DEC-20], [DATA-43]. */
class IdsTest {

    @Test
    void idsAscendAndAreUnique() throws InterruptedException {
        check(Ids::typedCreation, "[0-9a-f]{19}");
        check(Ids::uuid7, "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    private static void check(Supplier<String> source, String form) throws InterruptedException {
        ConcurrentLinkedQueue<List<String>> all = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            threads.add(Thread.ofPlatform().start(() -> {
                List<String> ids = new ArrayList<>();
                for (int i = 0; i < 50_000; i++) ids.add(source.get());
                all.add(ids);
            }));
        }
        for (Thread thread : threads) thread.join();
        Set<String> unique = new HashSet<>();
        for (List<String> ids : all) {
            assertThat(ids.getFirst()).matches(form);
            for (int i = 0; i < ids.size(); i++) {
                assertThat(unique.add(ids.get(i))).isTrue();
                if (i > 0 && ids.get(i).compareTo(ids.get(i - 1)) <= 0) throw new AssertionError(ids.get(i - 1) + " then " + ids.get(i));
            }
        }
    }

    @Test
    void timeIsInFront() {
        long before = System.currentTimeMillis();
        long inId = Long.parseLong(Ids.typedCreation().substring(0, 11), 16);
        long inUuid = Long.parseLong(Ids.uuid7().replace("-", "").substring(0, 12), 16);
        assertThat(inId).isBetween(before, before + 10_000);
        assertThat(inUuid).isBetween(before, before + 10_000);
    }
}
