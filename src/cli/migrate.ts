import { onConsole } from './on-console.ts';

// Opening brings the schema to the newest state.
await onConsole(async () => console.log('Cơ sở dữ liệu đã ở bản mới nhất.'));
