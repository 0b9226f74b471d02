package shop.users.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.platform.Failure;

class CountriesTest {

    @ParameterizedTest
    @CsvSource({
        "AT,1010,",
        "AU,2000,NSW",
        "BE,1000,",
        "BR,01310-100,SP",
        "CA,K1A 0B1,ON",
        "CH,8001,",
        "CN,100000,Beijing",
        "DE,10115,",
        "ES,28001,",
        "FR,75001,",
        "GB,SW1A 1AA,",
        "HK,'',",
        "IE,D02 X285,",
        "IN,110001,DL",
        "IT,00118,",
        "JP,100-0001,Tokyo",
        "KR,03051,",
        "MX,01000,CDMX",
        "NL,1012 JS,",
        "PL,00-001,",
        "SE,111 22,",
        "US,94103-1234,CA"
    })
    void addressesOfTheWorldFit(String country, String postalCode, String region) {
        assertThatCode(() -> Countries.check(country, postalCode, Optional.ofNullable(region)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "DE,1011,,/postalCode",
        "DE,'',,/postalCode",
        "GB,12345,,/postalCode",
        "NL,1012,,/postalCode",
        "IE,'',,/postalCode",
        "US,94103,,/region",
        "US,94103,' ',/region",
        "CA,K1A0B1,,/region",
        "UK,SW1A 1AA,,/country",
        "de,10115,,/country"
    })
    void othersArePointedAt(String country, String postalCode, String region, String pointer) {
        assertThatThrownBy(() -> Countries.check(country, postalCode, Optional.ofNullable(region)))
                .isInstanceOfSatisfying(
                        Failure.class, f -> assertThat(f.pointer()).isEqualTo(pointer));
    }
}
