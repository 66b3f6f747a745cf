declare module 'fft.js' {
  export default class FFT {
    constructor(size: number)
    createComplexArray(): number[]
    /** Real samples to the first half of their spectrum, real and imaginary parts in turn. */
    realTransform(out: number[], samples: ArrayLike<number>): void
  }
}
