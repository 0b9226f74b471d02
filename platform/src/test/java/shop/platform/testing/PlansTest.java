package shop.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class PlansTest {

    private static Set<String> stages(String explained) {
        return Plans.stages(Document.parse(explained));
    }

    @Test
    void theClassicEnginesPlansAreNested() {
        assertThat(stages("""
                {queryPlanner: {winningPlan: {stage: 'LIMIT', inputStage: {stage: 'SORT_MERGE', inputStages: [
                  {stage: 'FETCH', inputStage: {stage: 'IXSCAN', indexName: 'a_1'}},
                  {stage: 'COLLSCAN'}]}},
                 rejectedPlans: [{stage: 'SORT'}]}}""")).containsExactlyInAnyOrder("LIMIT", "SORT_MERGE", "FETCH", "IXSCAN", "COLLSCAN");
    }

    @Test
    void theSlotBasedEnginePutsItsPlanOneDeeper() {
        assertThat(stages("""
                {queryPlanner: {winningPlan: {isCached: false,
                  queryPlan: {stage: 'SORT', planNodeId: 2, inputStage: {stage: 'IXSCAN'}},
                  slotBasedPlan: {slots: '$$RESULT=s7', stages: '[2] scan s7'}}, rejectedPlans: []}}""")).containsExactlyInAnyOrder("SORT", "IXSCAN");
    }

    @Test
    void aPipelineHasItsPlanInItsFirstStage() {
        assertThat(stages("""
                {stages: [{$cursor: {queryPlanner: {winningPlan: {stage: 'COLLSCAN'}}}}, {$group: {_id: null}}]}""")).containsExactly("COLLSCAN");
    }
}
