package shop.products.domain;

class InMemoryStocksTest extends StocksContract {

    private final InMemoryStocks stocks = new InMemoryStocks();

    @Override
    protected Stocks stocks() {
        return stocks;
    }

    @Override
    protected int told() {
        return stocks.told().size();
    }
}
