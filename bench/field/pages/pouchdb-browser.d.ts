// The package is only there while it is measured (bench/field/pouch.ts).
declare module 'pouchdb-browser' {
  const PouchDB: unknown;
  export default PouchDB;
}
