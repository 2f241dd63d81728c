/** An attempt came to nothing for a reason outside Hubline, told as a sentence: the job is tried again later. */
export class Trouble extends Error {}
