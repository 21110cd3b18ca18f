import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** Three OpenSearch nodes in one JVM. Says "ready", then obeys: "kill N" closes node N; the end of input ends all. */
public class Cluster {
    public static void main(String[] args) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner() {
            {
                maxHttpPort = 65535;
            }
        };
        runner.onBuild((number, settings) -> {
            settings.put("network.host", "127.0.0.1");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
            settings.put("cluster.fault_detection.leader_check.interval", "500ms");
            settings.put("cluster.fault_detection.follower_check.interval", "500ms");
        }).build(newConfigs()
            .clusterName("jianbao-test").numOfNode(3).basePath(args[0])
            .baseHttpPort(Integer.parseInt(args[1])).disableESLogger());
        runner.ensureYellow();
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = in.readLine()) != null; ) {
            if (line.startsWith("kill ")) {
                runner.getNode(Integer.parseInt(line.substring(5))).close();
                System.out.println("killed");
            }
        }
        runner.close();
    }
}
