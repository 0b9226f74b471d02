package shop.email.jte;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import gg.jte.runtime.Constants;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Compiles the templates while the module is built: a running service needs no compiler, and starts the faster. */
public final class Precompilation {

    private Precompilation() {}

    /** Takes the folder of the templates, the folder of the module's classes, and one to work in. */
    public static void main(String[] folders) throws IOException {
        var templates = Path.of(folders[0]);
        var classes = Path.of(folders[1]);
        compile(templates.resolve("html"), ContentType.Html, classes, Path.of(folders[2], "html"));
        compile(templates.resolve("text"), ContentType.Plain, classes, Path.of(folders[2], "text"));
    }

    private static void compile(Path templates, ContentType type, Path classes, Path work) throws IOException {
        var source = new DirectoryCodeResolver(templates);
        var loader = Precompilation.class.getClassLoader();
        var engine = TemplateEngine.create(source, work, type, loader, Constants.PACKAGE_NAME_PRECOMPILED);
        engine.setClassPath(List.of(classes.toString(), runtime()));
        engine.precompileAll();
        try (var files = Files.walk(work)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                var target = classes.resolve(work.relativize(file));
                Files.createDirectories(target.getParent());
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String runtime() {
        var jar = TemplateOutput.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(jar.toString())).toString();
    }
}
