internal import Glibc

/// nginx over files of a folder, with one worker and a log line a request to `/dev/null`: what serving costs at least.
struct NginxPeer {
    private let setting: BenchSetting
    private let folder: String

    /// Makes an empty folder of this name for its files.
    init(_ setting: BenchSetting, in name: String) {
        self.setting = setting
        folder = "\(setting.scratch)/\(name)"
        for path in [folder, "\(folder)/www", "\(folder)/logs"] { mkdir(path, 0o755) }
        // nginx changes to a user of its own when started by root.
        chmod(setting.scratch, 0o755)
    }

    /// Makes a folder inside that of the files; its parent must be there.
    func makeFolder(_ path: String) { mkdir("\(folder)/www\(path)", 0o755) }

    /// Puts a file at an address.
    func put(_ body: [UInt8], at path: String) throws(BenchFailure) {
        try TextFile.write("\(folder)/www\(path)", body)
    }

    /// Starts it, and waits until it answers an address.
    func start(answering path: String) throws(BenchFailure) -> RunningServer {
        let port = try Loopback.freePort()
        let configuration = """
            daemon off;
            master_process off;
            worker_processes 1;
            pid nginx.pid;
            error_log logs/error.log;
            events { worker_connections 64; }
            http {
                access_log /dev/null;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 100000000;
                types { text/html html; }
                charset utf-8;
                client_body_temp_path logs; proxy_temp_path logs; fastcgi_temp_path logs;
                uwsgi_temp_path logs; scgi_temp_path logs;
                server { listen 127.0.0.1:\(port); root www; }
            }
            """
        try TextFile.write("\(folder)/nginx.conf", Array(configuration.utf8))
        return try .start(
            RunningServer.onCore(1) + ["nginx", "-p", folder, "-c", "nginx.conf", "-e", "logs/error.log"], port: port,
            path: path, within: 5)
    }
}
