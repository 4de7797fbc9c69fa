package dmhq.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the page about writing rule sets against the rule set it explains. */
class PageTest {

    @Test
    void all_code_on_the_page_is_code_of_the_economy() throws IOException {
        String sources = sources();
        List<String> excerpts = excerpts(Files.readString(Path.of("..", "write-your-own-rule-set.md")));

        assertThat(excerpts)
                .hasSizeGreaterThan(10)
                .allSatisfy(excerpt -> assertThat(sources).contains(excerpt));
    }

    private static List<String> excerpts(String page) {
        List<String> excerpts = new ArrayList<>();
        for (String after : page.split("```java\n", -1)) {
            excerpts.add(after.substring(0, Math.max(0, after.indexOf("```"))));
        }
        return excerpts.subList(1, excerpts.size());
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("PageTest.java"))
                    .collect(Collectors.toList());
            StringBuilder all = new StringBuilder();
            for (Path source : sources) {
                all.append(Files.readString(source));
            }
            return all.toString();
        }
    }
}
