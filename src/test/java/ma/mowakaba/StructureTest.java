package ma.mowakaba;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class StructureTest {

    @Test
    void modulesUseOnlyWhatStandsBelowThem() {
        ApplicationModules.of(Mowakaba.class).verify();
    }
}
