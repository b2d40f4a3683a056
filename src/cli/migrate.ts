import { openForCli } from './open-for-cli.ts';

// Opening brings the schema to the newest state.
const runtime = await openForCli();
await runtime.close();
console.log('Cơ sở dữ liệu đã ở bản mới nhất.');
