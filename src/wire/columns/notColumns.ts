/**
 * What can't be said in columns (a lone surrogate, lists in each other too deep), or can't be read as such: cut, of another
 * form, made by somebody who means harm.
 */
export class NotColumns extends Error {}
