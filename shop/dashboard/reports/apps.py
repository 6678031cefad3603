from oscar.apps.dashboard.reports.apps import ReportsDashboardConfig as StockReportsDashboardConfig


class ReportsDashboardConfig(StockReportsDashboardConfig):
    name = "shop.dashboard.reports"
