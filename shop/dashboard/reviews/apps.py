from oscar.apps.dashboard.reviews.apps import ReviewsDashboardConfig as StockReviewsDashboardConfig


class ReviewsDashboardConfig(StockReviewsDashboardConfig):
    name = "shop.dashboard.reviews"
