import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * Minifies JavaScript files with the Closure Compiler, call after call in one Java machine.
 *
 * <p>Speaks the persistent worker protocol in its JSON form: one request and one answer per line. Each request's
 * arguments are the files, by absolute path. With files as its own arguments it minifies those once and ends.
 */
public final class ClosureWorker {
    public static void main(String[] files) throws Exception {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (files.length > 0) {
            JSONArray arguments = new JSONArray();
            for (String file : files) {
                arguments.put(file);
            }
            answers.print(minify(arguments));
            return;
        }
        BufferedReader requests =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            JSONObject request = new JSONObject(line);
            JSONObject answer = new JSONObject();
            answer.put("requestId", request.optInt("requestId"));
            try {
                answer.put("output", minify(request.getJSONArray("arguments")));
                answer.put("exitCode", 0);
            } catch (Exception problem) {
                answer.put("output", problem.getMessage() + "\n");
                answer.put("exitCode", 1);
            }
            answers.println(answer);
        }
    }

    private static String minify(JSONArray files) throws Exception {
        Compiler.setLoggingLevel(Level.OFF);
        StringBuilder output = new StringBuilder();
        for (int i = 0; i < files.length(); ++i) {
            Compiler compiler = new Compiler(new PrintStream(PrintStream.nullOutputStream()));
            compiler.disableThreads(); // its pool would keep the machine alive for a minute
            CompilerOptions options = new CompilerOptions();
            CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
            compiler.compile(
                    List.<SourceFile>of(), List.of(SourceFile.fromFile(files.getString(i))), options);
            if (compiler.hasErrors()) {
                throw new IllegalArgumentException(compiler.getErrors()[0].toString());
            }
            output.append(compiler.toSource()).append('\n');
        }
        return output.toString();
    }
}
