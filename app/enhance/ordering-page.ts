import { enhanceAnyPage } from "./any-page.ts";
import { offerDragging } from "./drag-order.ts";

/** What the browser runs where things are put in order. */
enhanceAnyPage();
offerDragging();
