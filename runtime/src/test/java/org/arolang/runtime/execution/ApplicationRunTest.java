package org.arolang.runtime.execution;

import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.arolang.runtime.value.Json;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class ApplicationRunTest {

    private static final Options OPTIONS = Options.of(Path.of("."));

    private static void answer(Activation activation, String reason) {
        activation.respond(new Response("OK", reason, null, List.of()));
    }

    /** [APP-21], [APP-29], [APP-30], C5. */
    @Test
    void runsFromStartToFinalResponse() {
        TestApplication test = new TestApplication();
        test.with("Application-Start", "Greeter", a -> {
            test.log("up");
            answer(a, "boot");
        });
        test.with("Application-End", "Success", a -> test.log("bye " + ((ObjectValue) a.context(ContextName.SHUTDOWN)).get("reason")));
        test.with("Application-End", "Error", _ -> test.log("never"));
        assertThat(test.run()).isZero();
        assertThat(test.out()).isEqualTo("up\nbye graceful shutdown\n[OK] boot\n");
        assertThat(test.err()).isEmpty();
    }

    /** [APP-30], [APP-31], C2, C3. */
    @Test
    void knowsSilentAndMissingReturns() {
        TestApplication silent = new TestApplication();
        silent.with("Application-Start", "A", a -> answer(a, "application"));
        assertThat(silent.run()).isZero();
        assertThat(silent.out()).isEmpty();
        TestApplication none = new TestApplication();
        none.with("Application-Start", "A", _ -> {});
        none.run();
        assertThat(none.out()).isEqualTo("[OK] success\n");
    }

    /** [APP-32], C6. */
    @Test
    void printsTheHumanForm() {
        TestApplication test = new TestApplication();
        test.with("Application-Start", "A", a -> a.respond(new Response("OK", null,
                ObjectValue.of("total", 3L, "box", ObjectValue.of("w", 2.5), "tags", ListValue.of("b", "a"), "none", ObjectValue.EMPTY),
                List.of())));
        test.run();
        assertThat(test.out()).isEqualTo("[OK]\n  box.w: 2.50\n  tags: [\"b\",\"a\"]\n  total: 3\n");
    }

    /** [VAL-275]. */
    @Test
    void printsTheDeveloperForm() {
        assertThat(ResponseForm.developer(new Response("OK", "demo", ObjectValue.of("total", 98.5), List.of()))).isEqualTo("""
            ┌───────────────────────────────────┐
            │ Response<OK>                      │
            ├────────────┬──────────────────────┤
            │ reason     │ String("demo")       │
            │ total      │ Double(98.5)         │
            └────────────┴──────────────────────┘
            """);
    }

    /** [APP-35], [APP-21], [APP-22], C13. */
    @Test
    void endsWithTheErrorOfTheStart() {
        TestApplication test = new TestApplication();
        test.with("Application-Start", "Depot", _ -> {
            test.log("checking");
            throw TestApplication.failure("StockError");
        });
        test.with("Application-End", "Success", _ -> test.log("fine"));
        test.with("Application-End", "Error", a -> {
            ObjectValue shutdown = (ObjectValue) a.context(ContextName.SHUTDOWN);
            test.log(shutdown.get("code") + " " + shutdown.get("error"));
        });
        assertThat(test.run()).isEqualTo(1);
        assertThat(test.out()).isEqualTo("checking\n1 Cannot fail the x for the y.\n  Cause: StockError\n");
        assertThat(test.err()).startsWith("Cannot fail the x for the y.\n  Cause: StockError\n  main.aro:1:1\n");
    }

    /** [APP-5]. */
    @Test
    void needsAnEntryPoint() {
        TestApplication test = new TestApplication();
        assertThat(test.run()).isEqualTo(1);
        assertThat(test.err()).isEqualTo("Runtime error: Entry point not found: 'Application-Start'\n");
    }

    /** [APP-23]. */
    @Test
    void logsFailuresOfTheEnd() {
        TestApplication test = new TestApplication();
        test.with("Application-Start", "A", a -> answer(a, "boot"));
        test.with("Application-End", "Success", _ -> {
            throw TestApplication.failure("c");
        });
        assertThat(test.run()).isZero();
        assertThat(test.err()).startsWith("[ERROR] [Application-End: Success] Cannot fail the x for the y.\n");
        assertThat(test.out()).isEqualTo("[OK] boot\n");
    }

    /** [APP-24], C44: without an event source a Keepalive ends when nothing has been in flight for a while. */
    @Test
    void endsAnIdleKeepalive() {
        TestApplication test = new TestApplication();
        test.waiting("Tick", "tick Handler", a -> a.application().lifecycle().sleep(Duration.ofMillis(80)));
        test.waiting("Application-Start", "A", a -> {
            a.application().events().emitDetached("tick", ObjectValue.EMPTY);
            long start = System.nanoTime();
            a.application().lifecycle().keepalive(a);
            test.log("idle " + (System.nanoTime() - start > 80_000_000));
        });
        assertThat(test.run()).isZero();
        assertThat(test.out()).isEqualTo("idle true\n[OK] success\n");
    }

    /** [APP-28], [APP-29], C45: the order after a signal. */
    @Test
    void endsGracefullyAfterASignal() {
        TestApplication test = new TestApplication();
        AtomicBoolean running = new AtomicBoolean();
        test.application.services().register(service(test, running));
        test.waiting("Application-Start", "A", a -> {
            a.application().services().start(a, Service.Request.end("lamp"));
            signalSoon(test, "SIGTERM");
            a.application().lifecycle().keepalive(a);
            a.application().lifecycle().keepalive(a);
            test.log("down");
            answer(a, "startup");
        });
        test.with("Application-End", "Success", a -> test.log("" + ((ObjectValue) a.context(ContextName.SHUTDOWN)).get("signal")));
        assertThat(test.run()).isZero();
        assertThat(test.out()).isEqualTo("down\nSIGTERM\nlamp off\n[OK] startup\n");
    }

    private static Service service(TestApplication test, AtomicBoolean running) {
        return new Service() {
            @Override
            public Set<String> names() {
                return Set.of("lamp");
            }

            @Override
            public Object start(Activation activation, Request request) {
                running.set(true);
                test.application.services().sourceStarted();
                return ObjectValue.EMPTY;
            }

            @Override
            public Object stop(Activation activation, Request request) {
                running.set(false);
                test.application.services().sourceStopped();
                test.log("lamp off");
                return ObjectValue.EMPTY;
            }

            @Override
            public boolean isRunning() {
                return running.get();
            }
        };
    }

    /** [APP-28]: a second signal, or a statement that does not end, forces the end with 128 + n. */
    @Test
    void forcesTheEnd() {
        TestApplication second = new TestApplication();
        second.waiting("Application-Start", "A", a -> {
            a.application().lifecycle().signal("SIGINT");
            a.application().lifecycle().signal("SIGINT");
            hang();
        });
        assertThat(second.run()).isEqualTo(130);
        TestApplication slow = new TestApplication();
        slow.waiting("Application-Start", "A", a -> {
            a.application().lifecycle().signal("SIGTERM");
            hang();
        });
        assertThat(slow.run()).isEqualTo(143);
        TestApplication end = new TestApplication();
        end.waiting("Application-Start", "A", a -> a.application().lifecycle().signal("SIGTERM"));
        end.waiting("Application-End", "Success", _ -> hang());
        assertThat(end.run()).isEqualTo(143);
    }

    /** [APP-28]: the drain is cut short so that Application-End starts in time. */
    @Test
    void cutsTheDrainShortAfterASignal() {
        TestApplication test = new TestApplication();
        test.waiting("Stuck", "stuck Handler", _ -> hang());
        test.waiting("Application-Start", "A", a -> {
            a.application().events().emitDetached("stuck", ObjectValue.EMPTY);
            a.application().lifecycle().signal("SIGTERM");
        });
        test.with("Application-End", "Success", _ -> test.log("end"));
        assertThat(test.run()).isZero();
        assertThat(test.out()).startsWith("end\n");
    }

    /** [APP-20]: the drain waits for work in flight, and gives up when it stalls. */
    @Test
    void drains() {
        TestApplication test = new TestApplication();
        test.waiting("Late", "late Handler", a -> {
            a.application().lifecycle().sleep(Duration.ofMillis(50));
            test.log("late");
        });
        test.waiting("Application-Start", "A", a -> a.application().events().emitDetached("late", ObjectValue.EMPTY));
        assertThat(test.run()).isZero();
        assertThat(test.out()).isEqualTo("late\n[OK] success\n");
        TestApplication stalled = new TestApplication();
        stalled.waiting("Stuck", "stuck Handler", _ -> hang());
        stalled.waiting("Application-Start", "A", a -> a.application().events().emitDetached("stuck", ObjectValue.EMPTY));
        assertThat(stalled.run()).isZero();
        assertThat(stalled.err()).contains("[WARN] 1 event handler(s) stalled — no progress within 0.1s");
    }

    /** [APP-27], C46. */
    @Test
    void keepsAlive() {
        TestApplication test = new TestApplication(OPTIONS.withKeepAlive(true));
        test.with("Application-Start", "A", a -> answer(a, "boot"));
        test.with("Application-End", "Success", _ -> test.log("bye"));
        long start = System.nanoTime();
        assertThat(test.run()).isZero();
        assertThat(System.nanoTime() - start).isGreaterThan(50_000_000);
        assertThat(test.out()).isEqualTo("bye\n");
    }

    /** [DEC-30], [IO-172]. */
    @Test
    void endsQuietlyWhenNobodyReads() {
        AtomicBoolean ended = new AtomicBoolean();
        Application application = Application.builder(OPTIONS).console(new Console(closed(), OutputStream.nullOutputStream())).build();
        application.install(List.of(
                TestApplication.code("Application-Start", "A", FeatureSetCode.Effects.NONE, null, a -> {
                    a.application().console().line("x");
                    ended.set(true);
                })));
        assertThat(new ApplicationRun(application).run()).isEqualTo(141);
        assertThat(ended).isFalse();
    }

    /** [DEC-30]: an application that serves goes on. */
    @Test
    void servesOnWithoutOutput() {
        Application application = Application.builder(OPTIONS).console(new Console(closed(), OutputStream.nullOutputStream())).build();
        application.install(List.of(
                TestApplication.code("Application-Start", "A", FeatureSetCode.Effects.NONE, null, a -> {
                    a.application().services().sourceStarted();
                    a.application().console().line("x");
                    a.application().services().sourceStopped();
                    a.application().console().line("x");
                })));
        assertThat(new ApplicationRun(application).run()).isZero();
    }

    private static OutputStream closed() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
    }

    /** [APP-137], C17. */
    @Test
    void readsParameters() {
        Parameters parameters = new Parameters(
                List.of("--who=Ann", "--n", "5", "--rate", "1.50", "--on", "TRUE", "--id", "007", "-xy", "--low", "-1.5", "--e=", "--last",
                        "-"));
        assertThat(parameters.all()).isEqualTo(ObjectValue.of(
                "who", "Ann", "n", 5L, "rate", 1.5, "on", true, "id", "007", "x", true, "y", true, "low", -1.5, "e", "", "last", true));
        assertThat(((ListValue) parameters.find("_args")).size()).isEqualTo(15);
    }

    /** [APP-150]. */
    @Test
    void showsMetricsOnASocket() throws Exception {
        Path folder = Files.createTempDirectory("aro");
        TestApplication test = new TestApplication(OPTIONS.withMetricsSocket(true).withEnvironment(Map.of("TMPDIR", folder.toString())));
        StringBuilder line = new StringBuilder();
        test.waiting("Application-Start", "A", a -> {
            Path path = MetricsSocket.path(a.application().environment());
            while (!Files.exists(path)) {
                a.application().lifecycle().sleep(Duration.ofMillis(1));
            }
            try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
                ByteBuffer bytes = ByteBuffer.allocate(4096);
                while (line.indexOf("\n") < 0) {
                    client.read(bytes.clear());
                    line.append(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
                }
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        });
        assertThat(test.run()).isZero();
        ObjectValue snapshot = (ObjectValue) Json.parse(line.toString());
        assertThat(snapshot.get("kind")).isEqualTo("snapshot");
        assertThat(snapshot.get("totalExecutions")).isEqualTo(0L);
        assertThat(folder).isEmptyDirectory();
        assertThat(test.err()).isEmpty();
    }

    private static void signalSoon(TestApplication test, String name) {
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(30);
            } catch (InterruptedException _) {
                return;
            }
            test.application.lifecycle().signal(name);
        });
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
