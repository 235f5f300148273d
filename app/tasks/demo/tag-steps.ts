import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { type DemoTagName, demoTags } from "./demo-tags.ts";
import { daysBefore, type Demo, fromEarlierStep, type Step } from "./steps.ts";

export function tagSteps(demo: Demo): Step[] {
  return demoTags.map((tag) => {
    const at = daysBefore(demo, tag.daysAgo);
    return {
      at,
      what: `the tag "${tag.name}" is defined`,
      take: async () => {
        const parent: DemoTagName | undefined =
          "part" in tag ? tag.part : undefined;
        const defined = await defineTag(demo.db, {
          name: tag.name,
          definition: tag.definition,
          parentId: parent && fromEarlierStep(demo.tagIds, parent),
          actor: demo.staff[tag.by],
          now: at,
        });
        if (!defined.ok) throw new Error(`${tag.name}: ${defined.reason}`);
        demo.tagIds.set(tag.name, defined.tagId);
      },
    };
  });
}
