package org.arolang.runtime.repository;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.arolang.runtime.repository.StoreOutcome.Kind;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.Null;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Selector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class RepositoryTest {

    private final AtomicLong now = new AtomicLong();
    private final Repository repository = new Repository("r-repository", now::incrementAndGet);

    private static ObjectValue record(Object... fields) {
        return ObjectValue.of(fields);
    }

    private StoreOutcome store(Object value) {
        return repository.store(value, null);
    }

    private StoreOutcome store(Object value, RepositoryNotes notes) {
        return repository.store(value, notes);
    }

    private static String ids(ListValue list) {
        List<String> ids = new ArrayList<>();
        for (Object value : list) {
            ids.add(value instanceof ObjectValue object ? String.valueOf(object.get("id")) : value.toString());
        }
        return String.join(" ", ids);
    }

    private static ListValue select(ListValue list, String range) {
        return (ListValue) Selector.parsePositions(range).select(list);
    }

    private String ids() {
        return ids(repository.snapshot());
    }

    /** Stores a list as the statement Store does. */
    private void storeAll(ListValue list, RepositoryNotes notes) {
        if (list.isRecency()) {
            for (int i = list.size() - 1; i >= 0; i--) {
                repository.storeRecent(list.get(i), notes);
            }
        } else {
            list.forEach(value -> repository.store(value, notes));
        }
    }

    /** [APP-103]: ids are made, kept and upserted in place. */
    @Test
    void storesObjects() {
        ObjectValue made = (ObjectValue) store(record("title", "x")).stored();
        assertThat((String) made.get("id")).hasSize(36);
        store(record("id", "a", "q", 1L));
        assertThat(store(record("id", "b", "q", 1L)).kind()).isEqualTo(Kind.CREATED);
        StoreOutcome updated = store(record("id", "a", "q", 2L));
        assertThat(updated.kind()).isEqualTo(Kind.UPDATED);
        assertThat(updated.old()).isEqualTo(record("id", "a", "q", 1L));
        assertThat(store(record("id", "a", "q", 2L)).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(ids()).isEqualTo(made.get("id") + " a b");
        assertThat(repository.count()).isEqualTo(3);
    }

    /** [APP-103] step 2, C22. */
    @Test
    void upsertsByNameOrKey() {
        store(record("name", "Ann", "age", 1L));
        StoreOutcome again = store(record("name", "Ann", "age", 2L));
        assertThat(again.kind()).isEqualTo(Kind.UPDATED);
        assertThat(((ObjectValue) again.stored()).get("id")).isEqualTo(((ObjectValue) repository.snapshot().get(0)).get("id"));
        store(record("key", "k", "v", 1L));
        store(record("key", "k", "v", 2L));
        store(record("key", Null.NULL));
        store(record("key", Null.NULL));
        assertThat(repository.count()).isEqualTo(4);
        store(record("id", "z", "name", "Ann"));
        assertThat(repository.count()).isEqualTo(5);
    }

    /** [APP-104]. */
    @Test
    void tellsIdsOfDifferentKindsApart() {
        store(record("id", 1L));
        store(record("id", "1"));
        store(record("id", 1.0, "n", 2L));
        assertThat(repository.count()).isEqualTo(2);
        assertThat(((ObjectValue) repository.snapshot().get(0)).get("n")).isEqualTo(2L);
    }

    /** [APP-105], C23. */
    @Test
    void storesPlainValuesOnce() {
        assertThat(store("x").kind()).isEqualTo(Kind.CREATED);
        assertThat(store("x").kind()).isEqualTo(Kind.UNCHANGED);
        store(5L);
        store("5");
        store(5.0);
        store(ListValue.of(1L, "a"));
        store(ListValue.of(1L, "a"));
        assertThat(repository.count()).isEqualTo(4);
    }

    /** [APP-99]: snapshots stay as they were. */
    @Test
    void givesImmutableSnapshots() {
        for (long i = 0; i < 200; i++) {
            store(record("id", i));
        }
        ListValue before = repository.snapshot();
        assertThat(repository.snapshot()).isSameAs(before);
        store(record("id", 7L, "changed", true));
        repository.delete(value -> ((ObjectValue) value).get("id").equals(8L), List.of(), null);
        store(record("id", 1000L));
        assertThat(before.size()).isEqualTo(200);
        assertThat(before.get(7)).isEqualTo(record("id", 7L));
        assertThat(before.get(8)).isEqualTo(record("id", 8L));
        assertThat(repository.count()).isEqualTo(200);
        assertThat(repository.snapshot().get(8)).isEqualTo(record("id", 9L));
    }

    /** [APP-110]: an index finds what a search finds. */
    @Test
    void findsByIndex() {
        repository.requestIndex("n");
        store(record("id", "1", "n", 5L));
        store(record("id", "2", "n", 8L));
        store(record("id", "3", "n", 8L));
        store("plain");
        assertThat(find("n", 8L)).isEqualTo("2 3");
        assertThat(find("n", 8.0)).isEqualTo("2 3");
        assertThat(find("n", "8")).isEmpty();
        assertThat(find("id", "1")).isEqualTo("1");
        assertThat(find("_value", "plain")).isEqualTo("plain");
        store(record("id", "2", "n", 5L));
        assertThat(find("n", 5L)).isEqualTo("1 2");
        repository.clear(null);
        assertThat(find("n", 5L)).isEmpty();
    }

    private String find(String field, Object value) {
        List<Object> tested = new ArrayList<>();
        ListValue found = repository.find(record -> {
            tested.add(record);
            return true;
        }, List.of(new Repository.Probe(field, value)));
        assertThat(tested).hasSize(found.size());
        return ids(found);
    }

    /** [APP-116], [APP-118], C30. */
    @Test
    void evictsTheOldest() {
        repository.limitSize(2);
        store(record("id", "1"));
        store(record("id", "2"));
        assertThat(store(record("id", "3")).evicted()).containsExactly(record("id", "1"));
        store(record("id", "2", "n", 1L));
        assertThat(store(record("id", "4")).evicted()).containsExactly(record("id", "2", "n", 1L));
        assertThat(ids()).isEqualTo("3 4");
    }

    /** [APP-117], [APP-103]: a replaced record restarts its age. */
    @Test
    void dropsWhatIsTooOld() {
        store(record("id", "1"));
        repository.limitAge(1);
        store(record("id", "2"));
        now.addAndGet(600_000_000L);
        store(record("id", "2", "n", 1L));
        assertThat(ids()).isEqualTo("1 2");
        now.addAndGet(600_000_000L);
        assertThat(ids()).isEqualTo("2");
        assertThat(repository.count()).isEqualTo(1);
        now.addAndGet(600_000_000L);
        assertThat(repository.count()).isZero();
    }

    /** [APP-102], [APP-126], C28: the clean-up keeps the newest in their places. */
    @Test
    void putsBackWhatWasRemoved() {
        RepositoryNotes notes = new RepositoryNotes();
        for (int i = 1; i <= 41; i++) {
            store(record("id", "m" + i));
        }
        ListValue all = repository.readAll(notes);
        ListValue keep = select(all, "0-19");
        repository.clear(notes);
        assertThat(repository.count()).isZero();
        storeAll(keep, notes);
        assertThat(ids()).startsWith("m22 m23").endsWith("m40 m41");
        assertThat(repository.count()).isEqualTo(20);
        store(record("id", "m42"));
        assertThat(ids(select(repository.snapshot(), "0-1"))).isEqualTo("m42 m41");
    }

    /** One execution that cleans up: what it saw, and what it keeps. */
    private final class CleanUp {
        private final RepositoryNotes notes = new RepositoryNotes();
        private final ListValue keep = select(repository.readAll(notes), "0-19");

        void clear() {
            repository.clear(notes);
        }

        void store() {
            storeAll(keep, notes);
        }
    }

    private static String range(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(i == from ? "" : " ").append('m').append(i);
        }
        return text.toString();
    }

    /** [APP-127], row by row. */
    @Test
    void interleavesCleanUps() {
        String[] orders = {"aAbB", "abAB", "abBA", "baBA", "bBaA"};
        String[][] expected = {
            {"m42", range(22, 42), "", range(23, 42)},
            {"m42", "", range(22, 41), range(22, 42)},
            {"m42", "", "m42", range(22, 42)},
            {"", "", range(23, 42), range(23, 42)},
            {"", range(23, 42), "m42", range(23, 42)},
        };
        for (int row = 0; row < orders.length; row++) {
            repository.clear(null);
            for (int i = 1; i <= 41; i++) {
                store(record("id", "m" + i));
            }
            CleanUp a = new CleanUp();
            store(record("id", "m42"));
            CleanUp b = new CleanUp();
            for (int step = 0; step < 4; step++) {
                switch (orders[row].charAt(step)) {
                    case 'a' -> a.clear();
                    case 'A' -> a.store();
                    case 'b' -> b.clear();
                    default -> b.store();
                }
                assertThat(ids()).as(orders[row] + " step " + step).isEqualTo(expected[row][step]);
            }
        }
    }

    /** [APP-127], last row, C55. */
    @Test
    void keepsWhatOthersStoredBetweenReadAndClear() {
        for (int i = 1; i <= 41; i++) {
            store(record("id", "m" + i));
        }
        CleanUp a = new CleanUp();
        store(record("id", "m42"));
        store(record("id", "m43"));
        a.clear();
        assertThat(ids()).isEqualTo("m42 m43");
        a.store();
        assertThat(ids()).isEqualTo(range(22, 43));
    }

    /** C56: what others edited or deleted stands. */
    @Test
    void leavesWhatOthersChanged() {
        RepositoryNotes notes = new RepositoryNotes();
        store(record("id", "r1"));
        store(record("id", "r2"));
        store(record("id", "r3"));
        ListValue keep = select(repository.readAll(notes), "0-1");
        store(record("id", "r2", "text", "new"), new RepositoryNotes());
        repository.delete(value -> value.equals(record("id", "r3")), List.of(), new RepositoryNotes());
        repository.clear(notes);
        assertThat(repository.count()).isEqualTo(1);
        storeAll(keep, notes);
        assertThat(repository.snapshot()).isEqualTo(ListValue.of(record("id", "r2", "text", "new")));
    }

    /** [APP-102] second row: a record stored anew meanwhile keeps its content and takes the old place. */
    @Test
    void movesWhatOthersStoredAnew() {
        RepositoryNotes notes = new RepositoryNotes();
        store(record("id", "r1"));
        store(record("id", "r2"));
        ListValue keep = select(repository.readAll(notes), "0-1");
        repository.clear(notes);
        RepositoryNotes other = new RepositoryNotes();
        store(record("id", "r3"), other);
        store(record("id", "r1", "text", "new"), other);
        assertThat(ids()).isEqualTo("r3 r1");
        storeAll(keep, notes);
        assertThat(ids()).isEqualTo("r1 r2 r3");
        assertThat(repository.snapshot().get(0)).isEqualTo(record("id", "r1", "text", "new"));
    }

    /** C57: an execution's own records count as seen. */
    @Test
    void clearsOwnRecords() {
        RepositoryNotes notes = new RepositoryNotes();
        store(record("id", "r1"));
        repository.readAll(notes);
        store(record("id", "r9"), notes);
        repository.clear(notes);
        assertThat(repository.count()).isZero();
        store(record("id", "r1"), notes);
        store(record("id", "r2"), new RepositoryNotes());
        repository.clear(notes);
        assertThat(ids()).isEqualTo("r2");
        repository.clear(new RepositoryNotes());
        assertThat(repository.count()).isZero();
    }

    /** C58: into another repository a recency list is appended oldest first. */
    @Test
    void appendsRecencyListsOldestFirst() {
        ListValue keep = ListValue.of(record("id", "r3"), record("id", "r2")).asRecency();
        storeAll(keep, new RepositoryNotes());
        assertThat(ids()).isEqualTo("r2 r3");
        storeAll(ListValue.of(record("id", "r5"), record("id", "r4")), new RepositoryNotes());
        assertThat(ids()).isEqualTo("r2 r3 r5 r4");
    }

    /** [APP-114]: deleted records come back oldest first. */
    @Test
    void deletesInOrder() {
        for (long i = 0; i < 500; i++) {
            store(record("id", i, "odd", i % 2 == 1));
        }
        ListValue removed = repository.delete(value -> ((ObjectValue) value).get("odd") == Boolean.TRUE, List.of(), null);
        assertThat(removed.size()).isEqualTo(250);
        assertThat(removed.get(3)).isEqualTo(record("id", 7L, "odd", true));
        assertThat(repository.snapshot().get(3)).isEqualTo(record("id", 6L, "odd", false));
    }

    /** The tree does what a sorted list does, whatever comes in which order. */
    @Test
    void agreesWithASimpleModel() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Repository tested = new Repository("r-repository", now::incrementAndGet);
            List<Object> model = new ArrayList<>();
            for (int step = 0; step < 2000; step++) {
                long id = random.nextInt(300);
                int choice = random.nextInt(10);
                if (choice < 6) {
                    ObjectValue value = record("id", id, "v", (long) random.nextInt(3));
                    tested.store(value, null);
                    int at = indexOf(model, id);
                    if (at < 0) {
                        model.add(value);
                    } else {
                        model.set(at, value);
                    }
                } else if (choice < 9) {
                    tested.delete(value -> ((ObjectValue) value).get("id").equals(id), List.of(), null);
                    model.removeIf(value -> ((ObjectValue) value).get("id").equals(id));
                } else {
                    assertThat(tested.snapshot().toList()).isEqualTo(model);
                }
                if (step % 500 == 499) {
                    putBackSome(tested, model, random);
                }
            }
            assertThat(tested.snapshot().toList()).isEqualTo(model);
            for (int i = 0; i < model.size(); i++) {
                assertThat(tested.snapshot().get(i)).isEqualTo(model.get(i));
            }
        }
    }

    private static int indexOf(List<Object> model, long id) {
        for (int i = 0; i < model.size(); i++) {
            if (((ObjectValue) model.get(i)).get("id").equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static void putBackSome(Repository tested, List<Object> model, Random random) {
        RepositoryNotes notes = new RepositoryNotes();
        ListValue.Builder kept = new ListValue.Builder();
        for (Object value : tested.readAll(notes)) {
            if (random.nextBoolean()) {
                kept.add(value);
            }
        }
        ListValue chosen = kept.build();
        tested.clear(notes);
        List<Object> order = chosen.toList();
        Collections.shuffle(order, random);
        ListValue shuffled = ListValue.copyOf(order).asRecency();
        for (int i = shuffled.size() - 1; i >= 0; i--) {
            tested.storeRecent(shuffled.get(i), notes);
        }
        model.clear();
        model.addAll(chosen.toList());
    }

    /** [APP-127]: in every interleaving of single steps the twenty newest are all there, in order, when the clean-ups have ended. */
    @Test
    void interleavesCleanUpsAtRandom() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Repository board = new Repository("r-repository", now::incrementAndGet);
            List<Iterator<Runnable>> running = new ArrayList<>();
            int posted = 0;
            while (posted < 150 || !running.isEmpty()) {
                if (posted < 150 && (running.isEmpty() || random.nextInt(6) == 0)) {
                    board.store(record("id", "m" + posted++), new RepositoryNotes());
                    if (board.count() > 40 || random.nextInt(10) == 0) {
                        running.add(steps(board));
                    }
                } else {
                    Iterator<Runnable> chosen = running.get(random.nextInt(running.size()));
                    chosen.next().run();
                    if (!chosen.hasNext()) {
                        running.remove(chosen);
                    }
                }
            }
            List<String> newest = new ArrayList<>();
            for (int i = 149; i >= 130; i--) {
                newest.add("m" + i);
            }
            assertThat(ids(select(board.snapshot(), "0-19"))).as("seed " + seed).isEqualTo(String.join(" ", newest));
            List<Object> all = board.snapshot().toList();
            assertThat(all).as("seed " + seed).doesNotHaveDuplicates().isSortedAccordingTo(
                    Comparator.comparing(value -> Integer.parseInt(((ObjectValue) value).get("id").toString().substring(1))));
        }
    }

    /** The atomic steps of one clean-up: Retrieve, Clear, and the Store of each element. */
    private static Iterator<Runnable> steps(Repository board) {
        RepositoryNotes notes = new RepositoryNotes();
        ListValue[] keep = {ListValue.EMPTY};
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> keep[0] = select(board.readAll(notes), "0-19"));
        steps.add(() -> board.clear(notes));
        for (int i = 19; i >= 0; i--) {
            int index = i;
            steps.add(() -> {
                if (index < keep[0].size()) {
                    board.storeRecent(keep[0].get(index), notes);
                }
            });
        }
        return steps.iterator();
    }

    /** [APP-127]: many posts and clean-ups at once lose nothing, double nothing, and keep the order. */
    @Test
    void survivesConcurrentCleanUps() throws InterruptedException {
        int writers = 8;
        int posts = 400;
        CountDownLatch done = new CountDownLatch(writers);
        AtomicLong wrong = new AtomicLong();
        for (int w = 0; w < writers; w++) {
            int writer = w;
            Thread.ofVirtual().start(() -> {
                for (int i = 0; i < posts; i++) {
                    store(record("id", writer + "-" + i, "writer", (long) writer, "n", (long) i), new RepositoryNotes());
                    if (repository.count() > 40) {
                        CleanUp cleanUp = new CleanUp();
                        cleanUp.clear();
                        Thread.yield();
                        cleanUp.store();
                    }
                    if (!isOrdered(repository.snapshot())) {
                        wrong.incrementAndGet();
                    }
                }
                done.countDown();
            });
        }
        done.await();
        assertThat(wrong).hasValue(0);
        assertThat(repository.count()).isGreaterThanOrEqualTo(20);
        // The last post of each writer is among the newest, or others posted twenty after it.
        Set<Object> ids = new HashSet<>();
        for (Object value : repository.snapshot()) {
            assertThat(ids.add(((ObjectValue) value).get("id"))).isTrue();
        }
        ListValue newest = select(repository.snapshot(), "0-19");
        assertThat(newest.size()).isEqualTo(20);
    }

    /** Records of one writer are in the order in which it stored them, none twice. */
    private static boolean isOrdered(ListValue list) {
        long[] last = new long[8];
        Arrays.fill(last, -1);
        for (Object value : list) {
            ObjectValue object = (ObjectValue) value;
            int writer = ((Long) object.get("writer")).intValue();
            long n = (Long) object.get("n");
            if (n <= last[writer]) {
                return false;
            }
            last[writer] = n;
        }
        return true;
    }

    /** [APP-99]: of concurrent stores none is lost, and readers see prefixes. */
    @Test
    void losesNoConcurrentStore() throws InterruptedException {
        int writers = 4;
        int posts = 5000;
        CountDownLatch done = new CountDownLatch(writers);
        for (int w = 0; w < writers; w++) {
            int writer = w;
            Thread.ofPlatform().start(() -> {
                for (int i = 0; i < posts; i++) {
                    store(record("id", writer + "-" + i, "writer", (long) writer, "n", (long) i));
                }
                done.countDown();
            });
        }
        int seen = 0;
        while (done.getCount() > 0) {
            ListValue list = repository.snapshot();
            assertThat(list.size()).isGreaterThanOrEqualTo(seen);
            seen = list.size();
            assertThat(isOrdered(list)).isTrue();
        }
        assertThat(repository.count()).isEqualTo(writers * posts);
    }
}
