/** What a phone tells the server of its app; counts on with each release whose store or operations differ. */
export const appVersion = '1';
