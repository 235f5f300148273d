import { enhanceAnyPage } from "./any-page.ts";
import { offerCompletion } from "./complete-search.ts";
import { keepNumbers } from "./live-numbers.ts";
import { offerListKeys } from "./list-keys.ts";

/** What the browser runs where a search is typed. */
enhanceAnyPage();
offerCompletion();
offerListKeys();
keepNumbers();
