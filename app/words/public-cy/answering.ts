import type * as english from "../public-en/answering.ts";
import { counted, minute } from "./counting.ts";
import { draftWords, heldWords } from "./held.ts";
import { progress, taskWords } from "./orientation.ts";
import { copyWords, sentWords } from "./sent.ts";

type English = typeof english.answeringWords;

const page: English["page"] = {
  progress,
  mayLeaveEmpty: "Gallwch adael y dudalen hon yn wag a phwyso Parhau.",
  upload: "Uwchlwytho",
  saveLater: "Cadw a dod yn ôl yn nes ymlaen",
  somebodyElse: "Dechrau eto, rhywun arall ydw i",
  uploadedHeading: "Ffeiliau a ychwanegwyd",
  dropHere:
    "neu gollwng ffeiliau yma. Maen nhw’n cael eu hanfon cyn gynted ag y byddwch yn eu dewis.",
  remove: "Tynnu",
  chooseAgain: "Mae’r ffeiliau isod wedi’u hychwanegu. Dewiswch y lleill eto.",
  saving:
    "Rydym yn cadw’r hyn rydych wedi’i ysgrifennu pan fyddwch yn pwyso Parhau.",
  formIncomplete:
    "Wnaeth rhan o’r hyn a anfonoch ddim ein cyrraedd. Gwiriwch eich atebion isod a phwyswch Parhau eto.",
  answerCut:
    "Roedd eich ateb yn hirach nag y gallwn ei gadw. Mae’r rhan gyntaf isod; nid yw’r gweddill wedi’i gadw. Gwnewch yr ateb yn fyrrach, yna pwyswch Parhau.",
  noCookie:
    "Wnaeth eich porwr ddim anfon y cwci sy’n cadw eich atebion gyda’i gilydd. Pwyswch Parhau eto. Os gwelwch y neges hon eto, caniatewch gwcis ar gyfer y wefan hon.",
  mustWait: (seconds) => {
    const minutes = Math.ceil(seconds / 60);
    return `Mae llawer o ffurflenni wedi dod o’ch rhwydwaith, felly ni chafodd y dudalen hon ei chadw. Mae’r hyn a ysgrifennoch isod. Arhoswch ${minutes === 1 ? "funud" : counted(minutes, minute)}, yna pwyswch Parhau eto.`;
  },
  cannotSave: {
    busy: "Mae gormod yn cael ei gadw ar hyn o bryd, felly ni chafodd y dudalen hon ei chadw. Mae’r hyn a ysgrifennoch isod. Arhoswch funud, yna pwyswch Parhau eto.",
    disk: "Nid yw ein disg yn gallu cadw rhagor ar hyn o bryd, felly ni chafodd y dudalen hon ei chadw. Rydym wedi cael gwybod. Mae’r hyn a ysgrifennoch isod. Copïwch ef os yw’n hir, arhoswch ychydig funudau, yna pwyswch Parhau eto.",
  },
  notTaken:
    "Nid ydym yn derbyn atebion yma ar hyn o bryd, felly ni chafodd yr hyn a ysgrifennoch ei gadw. Mae isod: copïwch ef os ydych am ei gadw. Mae tudalen yr alwad yn dweud pryd y caiff atebion eu derbyn.",
  savedElsewhere:
    "Rydych wedi cadw rhywbeth arall ar gyfer y dudalen hon mewn tab neu ffenestr arall. Does dim wedi’i ysgrifennu drosodd. Dewiswch beth i’w gadw.",
  savedDiffers:
    "Nid yw eich testun yn y blwch yr un fath â’r hyn sydd wedi’i gadw. Mae’r ddau i’w gweld yma",
  savedShown:
    "Doedd dim yn y blwch hwn. Mae’r hyn sydd wedi’i gadw i’w weld ynddo nawr",
  savedHeading: "Wedi’i gadw mewn tab neu ffenestr arall",
  keepTyped: "Cadw’r hyn sydd yn y blychau",
  keepSaved: "Defnyddio’r hyn sydd eisoes wedi’i gadw",
  draftGone:
    "Nid yw’r atebion y mae’r dudalen hon yn perthyn iddyn nhw yn y porwr hwn bellach: cawsant eu dileu, eu tynnu oddi arno neu eu hanfon o ddyfais arall. Nid yw’r hyn a deipioch yma wedi’i gadw. I ddechrau atebion newydd ag ef, pwyswch Parhau.",
  tooManyDrafts:
    "Mae gennych 20 set o atebion yn y porwr hwn sydd heb eu hanfon, sef y mwyaf rydym yn ei gadw. Nid yw’r hyn a deipioch yma wedi’i gadw. Anfonwch neu dilëwch un o’r lleill, yna pwyswch Parhau eto.",
  alreadySent:
    "Rydych eisoes wedi anfon eich atebion, felly ni chafodd y newid hwn ei ychwanegu. I ddweud rhagor wrthym, copïwch eich testun a dechreuwch eto o dudalen yr alwad.",
};

const check: English["check"] = {
  heading: "Gwiriwch eich atebion cyn eu hanfon",
  lead: "Does dim wedi’i anfon eto. Darllenwch eich atebion, newidiwch yr hyn rydych am ei newid, yna anfonwch nhw ar waelod y dudalen hon.",
  trap: "Gadewch hwn yn wag",
  unaskedHeading: "Ni fydd yr atebion hyn yn cael eu hanfon",
  unaskedLead:
    "Fe’u rhoesoch cyn i chi newid ateb arall, neu cyn i ni newid y ffurflen. Rydym yn eu cadw nes i chi anfon. Yna byddwn yn eu dileu.",
  unaskedGone:
    "Nid yw’r cwestiwn hwn yn cael ei ofyn mwyach, felly ni fydd hwn yn cael ei anfon.",
  unaskedBecause: (reasons) =>
    `Gan mai ${reasons.map(({ label, line }) => `“${line}” yw eich ateb i “${label}” nawr`).join(", a ")}, ni fydd hwn yn cael ei anfon.`,
  agreedHeading: "Beth y cawn ei wneud â’ch atebion",
  agreed: {
    publish: {
      named: "Cawn gyhoeddi’r hyn rydych yn ei anfon, gyda’ch enw.",
      "not-named": "Cawn gyhoeddi’r hyn rydych yn ei anfon, heb eich enw.",
      "not-published": "Ni fyddwn yn cyhoeddi’r hyn rydych yn ei anfon.",
    },
    share:
      "Cawn rannu’r hyn rydych yn ei anfon â’r grwpiau sy’n gweithio gyda ni.",
    notShared:
      "Ni fyddwn yn rhannu’r hyn rydych yn ei anfon y tu allan i’r adolygiad.",
    atTheEnd: {
      archive:
        "Pan ddaw’r adolygiad i ben, bydd yr hyn rydych yn ei anfon yn mynd i’w archif.",
      destroy:
        "Pan ddaw’r adolygiad i ben, bydd yr hyn rydych yn ei anfon yn cael ei ddinistrio.",
    },
  },
  sendHeading: "Anfon eich atebion",
  privacy:
    "Drwy anfon, rydych yn cytuno y caiff ein tîm ddarllen eich atebion. Nid ydym yn cadw eich cyfeiriad rhyngrwyd na dim byd arall am eich dyfais.",
  privacyLink: "Sut rydym yn gofalu am yr hyn rydych yn ei ddweud wrthym",
  problem: (label, message) => `${message}: ${label}`,
  saveLater: "Dod yn ôl yn nes ymlaen, yma neu ar ddyfais arall",
  delete: "Dileu fy atebion",
};

const deletion: English["deletion"] = {
  heading: "Dileu’r atebion hyn?",
  lead: (title) =>
    `Mae hyn yn dileu’r atebion hyn i “${title}”, y ffeiliau a ychwanegoch a’u cod dychwelyd, o’r ddyfais hon ac o’n gweinydd. Os ydych wedi eu hagor ar ddyfais arall, ni ellir eu hagor yno chwaith. Mae eich atebion eraill yn aros. Ni ellir dadwneud hyn.`,
  nothingSent: "Does dim wedi’i anfon atom, ac ni fydd dim yn cael ei anfon.",
  confirm: "Dileu fy atebion",
  keep: "Eu cadw",
  doneHeading: "Mae eich atebion wedi’u dileu",
  done: "Does dim ohonyn nhw ar ôl ar y ddyfais hon nac ar ein gweinydd. Ni chafodd dim ei anfon atom.",
  doneHistory:
    "Gall hanes eich porwr restru’r tudalennau a agoroch o hyd. Gallwch eu dileu yno.",
};

const late: English["late"] = {
  heading: "Pa god a roddon ni i chi?",
  hint: "Mae ganddo 24 o lythrennau a rhifau, fel AAAA-BBBB-CCCC-DDDD-EEEE-FFFF. Nid yw bylchau a chysylltnodau o bwys.",
  shared:
    "Dechreuwyd atebion eraill gyda’r un cod, ar y ddyfais hon neu un arall. Dim ond unwaith y mae cod yn anfon atebion, felly dim ond yr atebion sy’n cael eu hanfon gyntaf sy’n ein cyrraedd. Os oes angen i chi anfon y ddau, ysgrifennwch atom yn y cyfeiriad ar waelod y dudalen hon a gofynnwch am god arall.",
  unknown:
    "Rhowch y cod fel y rhoddon ni ef i chi. Gellir defnyddio cod unwaith i anfon atebion",
};

/** From the first question to the receipt. */
export const answeringWords: English = {
  page,
  keeping: {
    keeping:
      "Wrth i chi deipio, rydym yn cadw eich geiriau yn y porwr hwn ac yn eu cadw ar ein gweinydd bob tro y byddwch yn oedi.",
    turnOff: "Rhoi’r gorau i gadw’r hyn rwy’n ei deipio",
    off: "Nid ydym yn cadw’r hyn rydych yn ei deipio. Mae’n cael ei gadw pan fyddwch yn pwyso Parhau neu Yn ôl.",
    turnOn: "Cadw’r hyn rwy’n ei deipio",
    savedAt: "Cadwyd {time}",
    notSavedYet:
      "Heb ei gadw ar ein gweinydd eto. Byddwn yn ceisio eto. Mae eich geiriau ar y dudalen hon o hyd.",
    noRoom:
      "Does gan y porwr hwn ddim lle i gadw’r hyn rydych yn ei deipio. Pwyswch Parhau i’w gadw.",
    savedElsewhere:
      "Cafodd y dudalen hon ei chadw mewn tab neu ffenestr arall. Does dim wedi’i ysgrifennu drosodd. Pwyswch Parhau i weld y ddau a dewis.",
    gone: "Cafodd yr atebion hyn eu hanfon neu eu dileu mewn tab neu ffenestr arall. Nid yw’r hyn rydych yn ei deipio yma yn cael ei gadw.",
    sending: "Yn anfon…",
    sendingPart: "Yn anfon… {percent}%",
    restoredHeading: "Rydym wedi rhoi’r hyn a deipioch yn ôl",
    restoredText:
      "Doedd e ddim wedi cyrraedd ein gweinydd. Cadwodd y porwr hwn ef i chi. Darllenwch ef cyn i chi fynd ymlaen.",
    restoredUndo: "Defnyddio’r hyn a gadwyd o’r blaen",
    offerHeading: "Mae’r porwr hwn wedi cadw rhywbeth arall",
    offerText:
      "Fe deipioch hwn yma, ac ni chyrhaeddodd ein gweinydd. Mae’r hyn sydd wedi’i gadw nawr yn y blychau isod.",
    offerTake: "Ei roi yn y blychau",
    offerLeave: "Ei ddileu a chadw’r hyn sydd yn y blychau",
    failedHeading: "Ni chafodd y dudalen hon ei hanfon",
    failed: {
      lost: "Doedd dim modd i ni gyrraedd ein gweinydd. Mae’r hyn a deipioch ar y dudalen hon o hyd. Gwiriwch eich cysylltiad, yna pwyswch y botwm eto.",
      "too-big":
        "Mae’r hyn a anfonoch yn fwy nag y gallwn ei dderbyn. Mae’r hyn a deipioch ar y dudalen hon o hyd. Dewiswch ffeiliau llai neu gwnewch eich testun yn fyrrach, yna pwyswch y botwm eto.",
      wait: "Mae llawer o ffurflenni wedi dod o’ch rhwydwaith, felly doedd dim modd i ni dderbyn yr un hon. Mae’r hyn a deipioch ar y dudalen hon o hyd. Arhoswch {minutes}, yna pwyswch y botwm eto.",
      refused:
        "Wnaeth ein gweinydd ddim derbyn y dudalen hon. Mae’r hyn a deipioch ar y dudalen hon o hyd. Copïwch ef i rywle diogel, agorwch y dudalen hon mewn tab newydd a’i ludo yno.",
      busy: "Mae ein gweinydd yn brysur iawn. Mae’r hyn a deipioch ar y dudalen hon o hyd. Arhoswch funud, yna pwyswch y botwm eto.",
      "our-side":
        "Aeth rhywbeth o’i le ar ein hochr ni. Mae’r hyn a deipioch ar y dudalen hon o hyd. Arhoswch funud, yna pwyswch y botwm eto. Os bydd yn digwydd eto, ysgrifennwch atom yn y cyfeiriad ar waelod y dudalen hon.",
    },
    charactersLeft: "Mae gennych {count} nod ar ôl",
    characterLeft: "Mae gennych 1 nod ar ôl",
    charactersOver: "Mae gennych {count} nod yn ormod",
    characterOver: "Mae gennych 1 nod yn ormod",
    minute: "1 munud",
    minutes: "{count} o funudau",
    errorTitle: "Gwall: ",
  },
  tasks: taskWords,
  check,
  sent: sentWords,
  copy: copyWords,
  draft: draftWords,
  held: heldWords,
  late,
  deletion,
};
