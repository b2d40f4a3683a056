/** The oldest browser that the phone's app is compiled for; sync.md, law 14, asks for 107, and older ones cost little. */
export const oldestBrowser = 'chrome87';
