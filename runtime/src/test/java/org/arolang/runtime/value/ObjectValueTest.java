package org.arolang.runtime.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.arolang.runtime.value.Values.*;
import static org.assertj.core.api.Assertions.assertThat;

/** [VAL-3], shapes and places that read fields. */
class ObjectValueTest {

    @Test
    void keysAreSortedAndTheLastWins() {
        ObjectValue object = object("b", 1L, "a", 2L, "b", 3L);
        assertThat(object.keys()).containsExactly("a", "b");
        assertThat(object.get("b")).isEqualTo(3L);
        assertThat(object.get("c")).isNull();
        assertThat(object.size()).isEqualTo(2);
        assertThat(object.valueAt(0)).isEqualTo(2L);
        assertThat(object.has("a")).isTrue();
    }

    @Test
    void equalKeySetsShareAShape() {
        Shape shape = object("a", 1L, "b", 2L).shape();
        assertThat(object("b", 1L, "a", 2L).shape()).isSameAs(shape);
        assertThat(object("a", 1L).with("b", 2L).shape()).isSameAs(shape);
        assertThat(object("a", 1L, "b", 2L, "c", 3L).without("c").shape()).isSameAs(shape);
        assertThat(((ObjectValue) json("{'b':1,'a':2,'b':3}")).shape()).isSameAs(shape);
        assertThat(Shape.of("b", "a")).isSameAs(shape);
        assertThat(ObjectValue.EMPTY.with("a", 1L).without("a")).isSameAs(ObjectValue.EMPTY);
    }

    @Test
    void layoutsMapWrittenOrder() {
        Layout layout = Layout.of("z", "a", "z");
        assertThat(layout.make(new Object[]{1L, 2L, 3L})).isEqualTo(object("a", 2L, "z", 3L));
        assertThat(layout.place(0)).isEqualTo(-1);
        assertThat(Layout.of("a", "b").make(new Object[]{1L, 2L})).isEqualTo(object("a", 1L, "b", 2L));
    }

    /** Untrusted keys must not pile up. */
    @Test
    void unusedShapesAreForgotten() throws InterruptedException {
        int before = Shapes.count();
        for (int i = 0; i < 20_000; i++) object("key" + i, 1L, "other" + i, 2L);
        for (int i = 0; i < 50 && Shapes.count() > before + 2_000; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(Shapes.count()).isLessThan(before + 2_000);
    }

    @Test
    void behavesLikeASortedMap() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            TreeMap<String, Object> expected = new TreeMap<>(Text::compare);
            ObjectValue object = ObjectValue.EMPTY;
            for (int i = 0; i < random.nextInt(40); i++) {
                String key = "k" + random.nextInt(30);
                if (random.nextInt(4) == 0) {
                    object = object.without(key);
                    expected.remove(key);
                } else {
                    object = object.with(key, (long) i);
                    expected.put(key, (long) i);
                }
            }
            assertThat(object.keys()).containsExactlyElementsOf(expected.keySet());
            for (int k = 0; k < 30; k++) assertThat(object.get("k" + k)).isEqualTo(expected.get("k" + k));
            assertThat(object).isEqualTo(ObjectValue.copyOf(expected)).hasSameHashCodeAs(ObjectValue.copyOf(expected));
        }
    }

    @Test
    void manyKeys() {
        ObjectValue.Builder builder = new ObjectValue.Builder();
        for (int i = 0; i < 5_000; i++) builder.put("key" + i % 4_000, (long) i);
        ObjectValue object = builder.build();
        assertThat(object.size()).isEqualTo(4_000);
        assertThat(object.get("key999")).isEqualTo(4_999L);
        assertThat(object.get("key1000")).isEqualTo(1_000L);
        assertThat(object.with("more", 1L).size()).isEqualTo(4_001);
        assertThat(Json.parse(Json.text(object))).isEqualTo(object);
    }

    @Test
    void mergeLetsTheOtherWin() {
        assertThat(object("a", 1L, "b", 2L).withAll(object("b", 3L, "c", 4L))).isEqualTo(object("a", 1L, "b", 3L, "c", 4L));
        assertThat(object("a", 1L).withAll(object("a", 2L))).isEqualTo(object("a", 2L));
        assertThat(object("a", 1L).withAll(object())).isEqualTo(object("a", 1L));
    }

    @Test
    void fieldSitesReadWhateverTheyMeet() throws InterruptedException {
        FieldSite site = new FieldSite("x");
        List<ObjectValue> objects = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            ObjectValue object = object("x", (long) i, "k" + i, 1L);
            objects.add(i % 5 == 0 ? object.without("x") : object);
        }
        Runnable read = () -> {
            Random random = new Random(5);
            for (int n = 0; n < 20_000; n++) {
                int i = random.nextInt(random.nextBoolean() ? 3 : objects.size());
                assertThat(site.read(objects.get(i))).isEqualTo(i % 5 == 0 ? null : (Object) (long) i);
            }
        };
        Thread other = new Thread(read);
        other.start();
        read.run();
        other.join();
    }

    @Test
    void fieldPaths() {
        Object ann = json("{'name':'Ann','home':{'city':'Ulm','since':null}}");
        Object[][] table = {{"name", "Ann"}, {"home.city", "Ulm"}, {"home.since", NULL}, {"home.zip", null}, {"name.x", null},
            {"_value", null}};
        for (Object[] row : table) assertThat(FieldPath.of((String) row[0]).read(ann)).as("%s", row[0]).isEqualTo(row[1]);
        assertThat(FieldPath.of("_value").read("x")).isEqualTo("x");
        assertThat(FieldPath.of("name").read("x")).isNull();
        assertThat(FieldPath.of("d.year").read(object("d", date("2025-01-01")))).isEqualTo(2025L);
    }
}
