// What stands in the way, in one file of the app.
export { default as NotSolved } from './obstacles/NotSolved.svelte';
export { default as Obstacle } from './obstacles/Obstacle.svelte';
export { default as Obstacles } from './obstacles/Obstacles.svelte';
export { default as RaiseObstacle } from './obstacles/RaiseObstacle.svelte';
