import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a package that needs no Java installed, from the folder that {@code mvn package} leaves.
 *
 * <p>Run with a JDK 25 in the project's folder: {@code java packaging/Package.java [app-image|deb]}. The image comes to
 * be in {@code target/package/kith}, the {@code .deb} beside it.
 */
public final class Package {
    private static final Path LIB = Path.of("target", "kith", "lib");
    private static final Path OUT = Path.of("target", "package");
    private static final Path FX = OUT.resolve("fx");
    private static final Path JARS = OUT.resolve("jars");
    private static final Path RUNTIME = OUT.resolve("runtime");
    private static final Path IMAGE = OUT.resolve("kith");

    /** What Kith and its libraries use of the JDK; those a JDK does not have are left out. */
    private static final List<String> MODULES = List.of(
            "java.base", "java.desktop", "java.logging", "java.management", "java.naming", "java.net.http", "java.sql",
            "java.xml", "jdk.unsupported", "jdk.management", "jdk.localedata", "jdk.charsets", "jdk.zipfs",
            "jdk.accessibility", "jdk.crypto.ec", "jdk.naming.dns", "jdk.httpserver");

    /** How Java runs Kith. */
    private static final Path OPTIONS = Path.of("packaging", "bin", "java.options");

    private static final Set<String> ARM = Set.of("aarch64", "arm64");
    private static final Set<String> INTEL = Set.of("amd64", "x86-64", "x86_64");

    /** Where libraries keep native parts: the system and the processor, as they write them, in the place of the two groups. */
    private static final Pattern NATIVE = Pattern.compile(
            "(?:com/sun/jna/)?(aix|darwin|dragonflybsd|freebsd|linux|netbsd|openbsd|sunos|win|win32)[-/]([a-z0-9_-]+)/[^/]+");

    private Package() {}

    /**
     * Makes the package.
     *
     * @param args {@code app-image} (also without arguments) or {@code deb}
     */
    public static void main(String[] args) {
        String type = args.length == 0 ? "app-image" : args[0];
        if (args.length > 1 || !List.of("app-image", "deb").contains(type)) {
            fail("Usage: java packaging/Package.java [app-image|deb]");
        }
        try {
            make(type);
        } catch (IOException | UncheckedIOException e) {
            fail("Packaging failed: " + e);
        } catch (InterruptedException e) {
            fail("Packaging was interrupted.");
        }
    }

    private static void make(String type) throws IOException, InterruptedException {
        if (!Files.isDirectory(LIB)) {
            fail(LIB + " is missing: run mvn package first, and this in the project's folder.");
        }
        delete(OUT);
        split();
        String fx = String.join(",", fxModules());
        runtime(fx);
        natives();
        image(fx);
        if (type.equals("deb")) {
            deb();
        }
        for (Path rest : List.of(FX, JARS, RUNTIME)) {
            delete(rest);
        }
    }

    /** Parts JavaFX, which goes into the runtime, from the jars of the class path. */
    private static void split() throws IOException {
        Files.createDirectories(FX);
        Files.createDirectories(JARS);
        for (Path jar : list(LIB)) {
            String name = jar.getFileName().toString();
            if (!name.startsWith("javafx-") && !name.startsWith("jfx-")) {
                repack(jar, JARS.resolve(name));
            } else if (name.endsWith(platform() + ".jar")) {
                Files.copy(jar, FX.resolve(name));
            }
        }
        if (list(FX).isEmpty()) {
            fail("No JavaFX for this system (javafx-*" + platform() + ".jar) in " + LIB + ".");
        }
    }

    /**
     * Lays a jar down with nothing compressed, since the package is compressed as a whole, and much better so; native parts for other
     * systems stay behind.
     */
    private static void repack(Path from, Path to) throws IOException {
        try (JarFile jar = new JarFile(from.toFile()); ZipOutputStream out = new ZipOutputStream(
                new BufferedOutputStream(Files.newOutputStream(to)))) {
            for (JarEntry entry : jar.stream().filter(e -> !isForeign(e.getName())).toList()) {
                byte[] bytes;
                try (InputStream in = jar.getInputStream(entry)) {
                    bytes = in.readAllBytes();
                }
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry stored = new ZipEntry(entry.getName());
                stored.setMethod(ZipEntry.STORED);
                stored.setSize(bytes.length);
                stored.setCrc(sum.getValue());
                stored.setTime(entry.getTime());
                out.putNextEntry(stored);
                out.write(bytes);
            }
        }
    }

    private static boolean isForeign(String name) {
        Matcher part = NATIVE.matcher(name);
        if (!part.matches()) {
            return false;
        }
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return !part.group(1).startsWith(system("linux", "win", "darwin"))
                || !(arm ? ARM : INTEL).contains(part.group(2));
    }

    /** The end that JavaFX gives the names of this system's jars. */
    private static String platform() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return system("-linux", "-win", "-mac") + (arm ? "-aarch64" : "");
    }

    /** {@return the JavaFX modules there are, by the names of their jars} */
    private static List<String> fxModules() throws IOException {
        return list(FX).stream()
                .map(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*", "").replace('-', '.'))
                .toList();
    }

    private static void runtime(String fx) throws IOException, InterruptedException {
        String modules = MODULES.stream()
                .filter(module -> ModuleFinder.ofSystem().find(module).isPresent())
                .collect(Collectors.joining(","));
        run(List.of(
                tool("jlink"), "--module-path", FX.toString(), "--add-modules", modules + "," + fx,
                "--include-locales=en,zh", "--strip-debug", "--no-header-files", "--no-man-pages",
                "--compress", "zip-0", "--exclude-resources", "**" + ending(), "--output", RUNTIME.toString()));
    }

    /** Lays JavaFX's native libraries beside Java's own: in the image of modules each start would unpack them. */
    private static void natives() throws IOException {
        Path folder = RUNTIME.resolve(system("lib", "bin", "lib"));
        for (Path jar : list(FX)) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (var entry : file.stream().filter(e -> e.getName().endsWith(ending())).toList()) {
                    Path name = Path.of(entry.getName()).getFileName();
                    // Windows: JavaFX brings the C runtime that Java has already.
                    if (!Files.exists(folder.resolve(name))) {
                        try (InputStream in = file.getInputStream(entry)) {
                            Files.copy(in, folder.resolve(name));
                        }
                    }
                }
            }
        }
    }

    private static void image(String fx) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                tool("jpackage"), "--type", "app-image", "--name", "kith", "--app-version", version(),
                "--vendor", "Kith", "--description", "Contact manager that reads your mail",
                "--input", JARS.toString(), "--main-jar", mainJar(), "--main-class", "app.kith.Main",
                "--runtime-image", RUNTIME.toString(), "--dest", OUT.toString()));
        List<String> options = new ArrayList<>(List.of("--add-modules=" + fx));
        options.addAll(options());
        options.forEach(option -> command.addAll(List.of("--java-options", option)));
        if (!system("", "win", "").isEmpty()) {
            command.add("--win-console");
        }
        run(command);
    }

    /** Java's options from their file, as this system wants them. */
    private static List<String> options() throws IOException {
        return Files.readAllLines(OPTIONS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                // Windows has numbers of its own for priorities, and lowers them by itself.
                .filter(line -> system("", "win", "").isEmpty() || !line.contains("Priority"))
                .map(line -> line.startsWith("--enable-native-access") ? line + ",javafx.graphics" : line)
                .toList();
    }

    private static void deb() throws IOException, InterruptedException {
        if (!system("linux", "", "").equals("linux")) {
            fail("A .deb can be made on Linux only.");
        }
        run(List.of(
                tool("jpackage"), "--type", "deb", "--name", "kith", "--app-version", version(), "--vendor", "Kith",
                "--description", "Contact manager that reads your mail", "--license-file", "LICENSE",
                "--linux-shortcut", "--linux-menu-group", "Office",
                "--app-image", IMAGE.toString(), "--dest", OUT.toString()));
    }

    private static String mainJar() throws IOException {
        return list(JARS).stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.matches("kith-[0-9].*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IOException("no kith-*.jar in " + LIB));
    }

    /** {@return the version in the name of Kith's jar}; macOS wants none that begins with 0. */
    private static String version() throws IOException {
        String version = mainJar().replaceFirst("^kith-([0-9.]*[0-9]).*", "$1");
        return system("", "", "mac").isEmpty() ? version : version.replaceFirst("^0\\.", "1.");
    }

    private static String ending() {
        return system(".so", ".dll", ".dylib");
    }

    private static String system(String linux, String windows, String mac) {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? windows : name.startsWith("mac") ? mac : linux;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Runs a tool of the JDK; dpkg compresses with zstd, a tenth larger than its slow usual xz. */
    private static void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DPKG_DEB_COMPRESSOR_TYPE", "zstd");
        builder.environment().put("DPKG_DEB_COMPRESSOR_LEVEL", "13");
        int state = builder.start().waitFor();
        if (state != 0) {
            throw new IOException(Path.of(command.getFirst()).getFileName() + " ended with " + state);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
