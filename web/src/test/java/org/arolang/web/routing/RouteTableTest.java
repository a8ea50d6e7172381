package org.arolang.web.routing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** [WEB-40] to [WEB-44]. */
class RouteTableTest {

    private static RouteTable<String> table(String... methodsAndPaths) {
        RouteTable.Builder<String> builder = new RouteTable.Builder<>();
        for (String entry : methodsAndPaths) {
            int blank = entry.indexOf(' ');
            builder.add(entry.substring(0, blank), PathTemplate.of(entry.substring(blank + 1)), entry.substring(blank + 1));
        }
        return builder.build();
    }

    private static String route(RouteTable<String> table, String method, String path) {
        RouteTable.Match<String> quick = table.findLiteral(method, path);
        String[] segments = RouteTable.segments(path);
        if (segments == null) return "malformed";
        RouteTable.Match<String> match = quick != null ? quick : table.find(method, segments);
        return match == null ? "none" : match.target() + " " + String.join(",", match.values());
    }

    @Test
    void precedence() {
        RouteTable<String> table = table("GET /{a}/{b}", "GET /{a}/x", "GET /m/{b}", "GET /m/first", "GET /m/{id}.json", "GET /{z}/{y}");
        assertThat(route(table, "GET", "/m/first")).isEqualTo("/m/first ");
        assertThat(route(table, "GET", "/m/x")).isEqualTo("/m/{b} x");
        assertThat(route(table, "GET", "/q/x")).isEqualTo("/{a}/x q");
        assertThat(route(table, "GET", "/m/7.json")).isEqualTo("/m/{id}.json 7");
        assertThat(route(table, "GET", "/q/r")).isEqualTo("/{a}/{b} q,r");
        assertThat(route(table, "GET", "/q")).isEqualTo("none");
    }

    @Test
    void theMethodIsConsideredFirst() {
        RouteTable<String> table = table("GET /m/first", "POST /m/{id}", "GET /m/{id}");
        assertThat(route(table, "POST", "/m/first")).isEqualTo("/m/{id} first");
        assertThat(table.methods(RouteTable.segments("/m/first"))).containsExactly("GET", "HEAD", "OPTIONS", "POST");
        assertThat(table.methods(RouteTable.segments("/other"))).isEmpty();
    }

    @Test
    void slashesAndCase() {
        RouteTable<String> table = table("GET /", "GET /moons/", "GET /a/{b}/c");
        assertThat(route(table, "GET", "/")).isEqualTo("/ ");
        assertThat(route(table, "GET", "/moons")).isEqualTo("/moons/ ");
        assertThat(route(table, "GET", "/moons//")).isEqualTo("/moons/ ");
        assertThat(route(table, "GET", "/Moons")).isEqualTo("none");
        assertThat(route(table, "GET", "/a//c")).isEqualTo("none");
        assertThat(route(table, "GET", "//")).isEqualTo("/ ");
    }

    @Test
    void mixedSegments() {
        RouteTable<String> table = table("GET /{a}-{b}.{c}");
        assertThat(route(table, "GET", "/x-y.z")).isEqualTo("/{a}-{b}.{c} x,y,z");
        assertThat(route(table, "GET", "/x-y-z.tar.gz")).isEqualTo("/{a}-{b}.{c} x,y-z,tar.gz");
        assertThat(route(table, "GET", "/-y.z")).isEqualTo("none");
        assertThat(route(table, "GET", "/x-.z")).isEqualTo("none");
    }

    @Test
    void segmentsAreDecodedAfterSplitting() {
        RouteTable<String> table = table("GET /m/{id}", "GET /m/a b");
        assertThat(route(table, "GET", "/m/J%C3%BCrgen")).isEqualTo("/m/{id} J\u00fcrgen");
        assertThat(route(table, "GET", "/m/a%2Fb")).isEqualTo("/m/{id} a/b");
        assertThat(route(table, "GET", "/m/a+b")).isEqualTo("/m/{id} a+b");
        assertThat(route(table, "GET", "/m/a%20b")).isEqualTo("/m/a b ");
        assertThat(route(table, "GET", "/m/%2e%2e")).isEqualTo("/m/{id} ..");
        for (String bad : new String[]{"/m/%", "/m/%4", "/m/%zz", "/m/%ff", "/m/%00", "/m/%C0%AF"}) {
            assertThat(route(table, "GET", bad)).as(bad).isEqualTo("malformed");
        }
    }
}
