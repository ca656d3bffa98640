const QUARTER_HOUR = 900;

/** How many failures there may be within how many seconds. */
export const BOUNDS = {
  /** Of a browser in which the account was signed in to before: nothing else counts for it. */
  device: { most: 10, seconds: QUARTER_HOUR },
  /** Of one address of an account, from one network. */
  pair: { most: 10, seconds: QUARTER_HOUR },
  /** From one network, whatever the account. */
  network: { most: 100, seconds: QUARTER_HOUR },
  /** Of one address of an account, from all networks that it was never signed in from: they wait a minute at most. */
  account: { most: 20, seconds: 60 },
  /** Of the present password, where whoever is signed in changes it: a session may be stolen. */
  change: { most: 10, seconds: QUARTER_HOUR },
  /** Of the code that shows that an app has its secret: a session may be stolen. */
  confirm: { most: 10, seconds: QUARTER_HOUR },
  /** Codes after a right password: in a browser in which the account was signed in to before, nothing else counts. */
  codeDevice: { most: 10, seconds: QUARTER_HOUR },
  /** The same from one network. */
  codePair: { most: 10, seconds: QUARTER_HOUR },
  /** The same from all networks that the account was never signed in from. Only who knows the password can reach it. */
  codeAccount: { most: 10, seconds: 3_600 },
  /** Links that were none, from one network. */
  link: { most: 30, seconds: QUARTER_HOUR },
};
