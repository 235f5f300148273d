/** Where a group leads what stands in it. */
export type RtfFate =
  | "keep"
  | "drop"
  /** Its words stay, as any others do. */
  | "unwrap"
  /** The code of a field: of a page's number something stays. */
  | "field"
  | "picture"
  /** Nothing here cleans it, and there is no copy. */
  | "refuse";

/** Of what a reader may pass over only what makes a page. */
const keptAlthoughStarred =
  /^(?:shppict|cs|ts|listtable|listoverridetable|pn|pnseclvl|falt|defchp|defpap|nesttableprops)$/;

/** Who, when, with what and what was said of it; old readers' pictures; entries of an index; what runs. */
const droppedGroups = new RegExp(
  `^(?:${[
    ...["info", "title", "subject", "author", "manager", "company"],
    ...["operator", "category", "keywords", "comment", "doccomm"],
    ...["hlinkbase", "creatim", "revtim", "printim", "buptim", "userprops"],
    ...["propname", "staticval", "linkval", "annotation", "atn[a-z]*"],
    ...["atrfstart", "atrfend", "revtbl", "rsidtbl", "generator", "template"],
    ...["docvar", "mailmerge", "filetbl", "private\\d*", "passwordhash"],
    ...["password", "writereservhash", "writereservation", "xmlnstbl"],
    ...["themedata", "colorschememapping", "datastore", "latentstyles"],
    ...["objdata", "objclass", "objname", "objalias", "objsect", "objtopic"],
    ...["nonshppict", "picprop", "blipuid", "bliptag", "listname"],
    ...["xe", "tc", "tcn", "rxe", "txe", "bkmkstart", "bkmkend", "htmltag"],
    ...["formfield", "datafield", "fontemb", "fontfile", "oldcprops"],
    ...["oldpprops", "oldsprops", "oldtprops", "protusertbl", "background"],
    ...["xmlattrname", "xmlattrvalue", "pgptbl", "gridtbl", "wgrffmtfilter"],
  ].join("|")})$`,
);

/** What a group is, by its first word and by whether a reader may pass over it. */
export function fateOfGroup(name: string, isStarred: boolean): RtfFate {
  if (/^(?:shp|shpgrp|shpinst|do|subdocument|nextfile)$/.test(name))
    return "refuse";
  if (name === "pict") return "picture";
  if (name === "fldinst") return "field";
  if (droppedGroups.test(name)) return "drop";
  if (/^(?:object|result|field|fldrslt)$/.test(name)) return "unwrap";
  return isStarred && !keptAlthoughStarred.test(name) ? "drop" : "keep";
}

/** Words that say of others who changed them and when, in which sitting, or how an object is worked. */
export const droppedWords =
  /^(?:[a-z]*rsid|revised|revauth(?:del)?|revdttm(?:del)?|revisions|(?:cr|pr|sr|tr|mv)(?:auth|date)|mvt|obj[a-z]+|fldlock|flddirty|fldedit|fldpriv|rsltpict|rsltbmp|rslttxt|rsltrtf|rslthtml|linkself)$/;

/** Words that hide what follows, until they say otherwise or the group ends. */
export const hidingWords = /^(?:v|webhidden|deleted|mvf)$/;

/** Words that show something themselves. */
export const shownWords =
  /^(?:par|line|lbr|softline|tab|page|softpage|column|softcol|emdash|endash|emspace|enspace|qmspace|bullet|lquote|rquote|ldblquote|rdblquote|u|chdate|chdpl|chdpa|chtime|chpgn|sectnum|chftn|chatn|ltrmark|rtlmark|zwj|zwnj|zwbo|zwnbo)$/;
