package org.arolang.compiler.payload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Takes line numbers and the names of local variables out of class files; the names of source files stay.
 *
 * <p>Rebuilding a method takes knowledge of the classes that it mentions: they are looked up in the jar itself, then in
 * the Java platform.
 */
final class DebugStripper {

    /** Without a transformation of its own a method would be copied as it is. */
    private static final CodeTransform REBUILD = (code, element) -> code.with(element);

    private final ClassFile classFile;

    DebugStripper(ZipFile jar) {
        var resolver = ClassHierarchyResolver.ofResourceParsing(type -> open(jar, type)).orElse(ClassHierarchyResolver.defaultResolver())
                .cached();
        classFile = ClassFile.of(ClassFile.DebugElementsOption.DROP_DEBUG, ClassFile.LineNumbersOption.DROP_LINE_NUMBERS,
                ClassFile.ClassHierarchyResolverOption.of(resolver));
    }

    private static @Nullable InputStream open(ZipFile jar, ClassDesc type) {
        String descriptor = type.descriptorString();
        ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class without them; a class that cannot be rebuilt stays as it is. */
    byte[] strip(byte[] original) {
        try {
            return classFile.transformClass(classFile.parse(original), ClassTransform.transformingMethodBodies(REBUILD));
        } catch (IllegalArgumentException e) {
            return original;
        }
    }
}
