import type * as english from "../public-en/gates.ts";
import { counted, minute } from "./counting.ts";
import { lastResortWords } from "./last-resort.ts";

const goBack =
  "Ewch yn ôl cyn i chi wneud dim arall: mae’r rhan fwyaf o borwyr yn dal i ddangos yr hyn a deipioch. Copïwch ef i rywle diogel";
const nothingSaved = "Ni chadwyd dim drwy hyn.";
const below =
  "Mae’r hyn a deipioch isod. Copïwch ef i rywle diogel, arhoswch funud, yna anfonwch ef eto.";
const openAnew =
  "yna agorwch y dudalen o’r newydd a’i anfon eto. Os ydych yn defnyddio estyniad preifatrwydd, efallai ei fod yn cuddio o ble y daeth y ffurflen.";

/** What a person reads who was refused before any page of ours was asked. */
export const gateWords: typeof english.gateWords = {
  direction: "ltr",
  usualAdvice: `${nothingSaved} Os oeddech wedi teipio rhywbeth, ewch yn ôl cyn i chi wneud dim arall: mae’r rhan fwyaf o borwyr yn dal i’w ddangos. Copïwch ef i rywle diogel, yna rhowch gynnig arall arni.`,
  typed: "Yr hyn a deipioch",
  sendAgain: "Ei anfon eto",
  help: lastResortWords.help,
  home: lastResortWords.home,
  notServedHere: (origin) => ({
    heading: "Nid yma y mae’r cyfeiriad hwn",
    advice: `Ein cyfeiriad ni yw ${origin}.`,
  }),
  manyForms: (minutes) => ({
    heading: "Mae llawer o ffurflenni wedi dod o’ch rhwydwaith",
    advice: `${nothingSaved} ${goBack}, arhoswch ${counted(minutes, minute)}, yna anfonwch ef eto.`,
    withTyped: `${nothingSaved} Mae’r hyn a deipioch isod. Copïwch ef i rywle diogel, arhoswch ${counted(minutes, minute)}, yna anfonwch ef eto.`,
  }),
  unreadableAddress: { heading: "Ni ellir darllen y cyfeiriad hwn" },
  wrongAddress: {
    heading: "Ni ellir darllen y cyfeiriad hwn",
    advice:
      "Os teipioch y cyfeiriad, gwiriwch ef. Os dilynoch un o’n dolenni, rhowch wybod i ni.",
  },
  unusedAddress: { heading: "Nid yw’r cyfeiriad hwn yn cael ei ddefnyddio" },
  notDone: { heading: "Nid yw hyn yn rhywbeth a wnawn" },
  foreignForm: {
    heading: "Ni chafodd y ffurflen hon ei hanfon o’n tudalen ni",
    advice: `${nothingSaved} ${goBack}, ${openAnew}`,
    withTyped: `${nothingSaved} Mae’r hyn a deipioch isod. Copïwch ef i rywle diogel, ${openAnew}`,
  },
  tooBig: {
    heading: "Mae’r hyn a anfonoch yn rhy fawr",
    advice: `Ni chadwyd dim ohono. ${goBack}, gwnewch ef yn fyrrach neu dewiswch ffeil lai, yna anfonwch ef eto.`,
    withTyped:
      "Ni chadwyd dim ohono. Mae’r hyn a deipioch isod, hyd y gallwn ei gymryd: mae ei ddiwedd ar goll, ac mae’n rhaid dewis ffeiliau eto. Copïwch ef i rywle diogel, gwnewch ef yn fyrrach, yna anfonwch ef eto.",
  },
  unknownForm: {
    heading: "Nid yw hon yn ffurflen y gallwn ei darllen",
    withTyped: `${nothingSaved} Mae’r hyn a ddaeth isod. Copïwch ef i rywle diogel, yna agorwch y dudalen o’r newydd a’i anfon eto.`,
  },
  silent: {
    heading: "Stopiodd eich ffeiliau ar eu ffordd",
    advice:
      "Does dim wedi dod o’ch dyfais ers munud, felly rydym wedi rhoi’r gorau i aros. Ni chadwyd dim o’r ffurflen hon. Ewch yn ôl: mae’r rhan fwyaf o borwyr yn dal i ddangos yr hyn a deipioch, ac mae’n rhaid dewis ffeiliau eto. Gallai cysylltiad gwell, neu un ffeil ar y tro, helpu.",
  },
  notSaved: {
    heading: "Doedd dim modd i ni gadw’r hyn a anfonoch",
    withTyped: below,
  },
  fault: { heading: "Aeth rhywbeth o’i le ar ein hochr ni", withTyped: below },
  late: { heading: "Ni chyrhaeddodd yr hyn a anfonoch mewn pryd" },
  headersTooBig: {
    heading: "Anfonodd eich porwr ormod gyda’i gais",
    advice:
      "Cliriwch gwcis y wefan hon yn eich porwr, yna rhowch gynnig arall arni.",
  },
  noHttp: { heading: "Ni ellir darllen yr hyn a anfonwyd" },
};
