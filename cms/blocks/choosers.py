"""Blocks that hold one product, producer, branch or set."""

from catalogue.choosers import category_chooser, product_chooser
from producers.choosers import producer_chooser

_HERE = "cms.blocks.choosers"

ProductChooserBlock = product_chooser.get_block_class("ProductChooserBlock", _HERE)
ProducerChooserBlock = producer_chooser.get_block_class("ProducerChooserBlock", _HERE)
CategoryChooserBlock = category_chooser.get_block_class("CategoryChooserBlock", _HERE)
