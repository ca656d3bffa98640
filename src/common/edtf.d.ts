/** The part of `edtf` that Heed uses; the package brings no types. */
declare module 'edtf' {
  export default function edtf(text: string): { min: number; max: number };
}
