package org.arolang.compiler.executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.arolang.compiler.executable.NativeBuildException.Phase;
import org.arolang.compiler.link.ExecutableLinker;
import org.arolang.compiler.link.LinkException;
import org.arolang.compiler.llvm.Llvm;
import org.arolang.compiler.llvm.LlvmException;
import org.arolang.compiler.payload.Payload;
import org.arolang.compiler.payload.PayloadFactory;
import org.arolang.compiler.payload.PayloadSpec;
import org.arolang.compiler.toolchain.CacheDirectory;
import org.arolang.compiler.toolchain.FileTree;
import org.arolang.compiler.toolchain.Toolchain;
import org.arolang.compiler.toolchain.ToolchainException;

/**
 * Builds executables. Making one of these prepares LLVM and the launcher when this user has not got them yet; after that
 * a build needs no other program on the machine, and may run on any thread.
 */
public final class NativeBuild {

    private final Toolchain tools;
    private final ExecutableLinker linker;

    private NativeBuild(Toolchain tools, ExecutableLinker linker) {
        this.tools = tools;
        this.linker = linker;
    }

    /**
     * Prepares what all builds need.
     *
     * @param environment  of the process, for the variables that say where caches are
     * @param listener     its {@code preparing} is called when there is something to do
     */
    public static NativeBuild prepare(CacheDirectory cache, Map<String, String> environment, BuildListener listener)
            throws NativeBuildException {
        try {
            Toolchain tools = Toolchain.prepare(cache, environment, listener::preparing);
            return new NativeBuild(tools, ExecutableLinker.prepare(tools));
        } catch (ToolchainException e) {
            throw preparation(e);
        }
    }

    /** The payload for a specification, made when there is none yet. */
    public Payload payload(PayloadSpec spec, BuildListener listener) throws NativeBuildException {
        try {
            return payloads().prepare(spec, listener::preparing);
        } catch (ToolchainException e) {
            throw preparation(e);
        }
    }

    private PayloadFactory payloads() {
        return new PayloadFactory(tools, linker);
    }

    /**
     * Writes the IR text and lets LLVM check it, and builds nothing: {@code --emit-llvm}.
     *
     * @return the text's file
     */
    public Path emitIr(BuildRequest request, BuildListener listener) throws NativeBuildException {
        try {
            writeIr(request, listener);
            llvm().verify(request.ir(), request.irFile().getFileName().toString());
            return request.irFile();
        } catch (LlvmException e) {
            throw new NativeBuildException(Phase.EMISSION, e.getMessage(), request.irFile(), e);
        } catch (IOException e) {
            throw files(e);
        }
    }

    /** Builds an executable with a payload. */
    public void build(BuildRequest request, Payload payload, BuildListener listener) throws NativeBuildException {
        try {
            byte[] object = compile(request, listener);
            listener.linking();
            link(request, payload, object);
            if (!request.options().keepIntermediates()) {
                Files.deleteIfExists(request.irFile());
                Files.deleteIfExists(request.objectFile());
            }
            listener.linked(request.output());
        } catch (IOException e) {
            throw files(e);
        }
    }

    private byte[] compile(BuildRequest request, BuildListener listener) throws NativeBuildException, IOException {
        writeIr(request, listener);
        listener.compiling();
        try {
            byte[] object = llvm().compile(request.ir(), request.irFile().getFileName().toString(), request.options().optimization());
            if (request.options().keepIntermediates()) Files.write(request.objectFile(), object);
            listener.objectCreated();
            return object;
        } catch (LlvmException e) {
            throw new NativeBuildException(Phase.EMISSION, e.getMessage(), request.irFile(), e);
        }
    }

    private static void writeIr(BuildRequest request, BuildListener listener) throws IOException {
        Files.createDirectories(request.intermediates());
        Files.writeString(request.irFile(), request.ir());
        listener.irWritten(request.irFile());
    }

    private void link(BuildRequest request, Payload payload, byte[] object) throws NativeBuildException, IOException {
        Path parent = request.output().toAbsolutePath().getParent();
        if (parent != null) Files.createDirectories(parent);
        try {
            if (request.options().beside()) {
                linkBeside(request, payload, object);
            } else {
                linker.link(
                        new ExecutableLinker.Parts(object, request.archive(), payload.index(), payload.data(), request.options().strip()),
                        request.output());
            }
        } catch (LinkException e) {
            throw new NativeBuildException(Phase.LINKING, e.getMessage(), null, e);
        }
    }

    private void linkBeside(BuildRequest request, Payload payload, byte[] object) throws IOException, LinkException {
        Path runtime = request.runtimeDirectory();
        Path work = Files.createTempDirectory(runtime.toAbsolutePath().getParent(), ".aro-build-");
        try {
            Path unpacked = work.resolve(runtime.getFileName());
            Path index = Files.write(work.resolve("payload.idx"), PayloadFactory.unpackBeside(payload, unpacked));
            Path data = Files.write(work.resolve("payload.bin"), new byte[0]);
            FileTree.delete(runtime);
            Files.move(unpacked, runtime, StandardCopyOption.ATOMIC_MOVE);
            linker.link(new ExecutableLinker.Parts(object, request.archive(), index, data, request.options().strip()), request.output());
        } finally {
            FileTree.delete(work);
        }
    }

    private Llvm llvm() throws NativeBuildException {
        try {
            return tools.llvm();
        } catch (ToolchainException e) {
            throw preparation(e);
        }
    }

    private static NativeBuildException preparation(ToolchainException e) {
        return new NativeBuildException(Phase.PREPARATION, e.getMessage(), null, e);
    }

    private static NativeBuildException files(IOException e) {
        return new NativeBuildException(Phase.FILES, e.getMessage() == null ? e.toString() : e.getMessage(), null, e);
    }
}
