declare module "libheif-js/wasm-bundle.js" {
  type ShownPicture = {
    data: Uint8ClampedArray;
    width: number;
    height: number;
  };

  type HeifImage = {
    is_primary: () => boolean;
    get_width: () => number;
    get_height: () => number;
    /** Calls back with null where the pixels cannot be decoded. */
    display: (
      picture: ShownPicture,
      done: (shown: ShownPicture | null) => void,
    ) => void;
  };

  const libheif: {
    HeifDecoder: new () => { decode: (bytes: Uint8Array) => HeifImage[] };
  };
  export default libheif;
}
