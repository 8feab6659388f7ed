/// Reports as `gongkai.report/1`.
public enum ReportJSON {}
