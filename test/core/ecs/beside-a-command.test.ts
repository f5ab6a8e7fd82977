import { rows } from './command-rows.ts';

const build = 'docker build -t demo .';
rows('a step beside the asked one', build, [
  ['hostname shows', `hostname; ${build}`, 'correct'],
  ['hostname -f shows', `hostname -f; ${build}`, 'correct'],
  ['hostname sets: wrong', `hostname evil; ${build}`, 'wrong', /too many/],
  ['hostname sets as root: wrong', `sudo hostname evil; ${build}`, 'wrong', /too many/],
  ['hostname from a file: wrong', `sudo hostname -F /tmp/name; ${build}`, 'wrong', /too many/],
  ['hostname sets after a failure: wrong', `${build} || sudo hostname evil`, 'wrong'],
  ['hostname in a substitution: wrong', `X=$(hostname evil); ${build}`, 'wrong'],
  ['date shows', `date -u +%F; ${build}`, 'correct'],
  ['date sets: wrong', `sudo date 010100002030; ${build}`, 'wrong', /too many/],
  ['date -s: wrong', `sudo date -s 12:00; ${build}`, 'wrong', /too many/],
  ['date --set: wrong', `sudo date --set=12:00; ${build}`, 'wrong', /too many/],
  ['sort shows', `sort -u names; ${build}`, 'correct'],
  ['sort -o: wrong', `sort -o /etc/passwd /dev/null; ${build}`, 'wrong', /too many/],
  ['sort -uo: wrong', `sort -uo/etc/passwd /dev/null; ${build}`, 'wrong', /too many/],
  ['sort --output: wrong', `sort --output=/etc/passwd /dev/null; ${build}`, 'wrong', /too many/],
  ['awk shows', `awk '{print $1}' names; ${build}`, 'correct'],
  ['awk runs: wrong', `awk 'BEGIN{system("rm -rf /")}'; ${build}`, 'wrong', /too many/],
  ['awk runs, with a space: wrong', `awk 'BEGIN{system ("rm -rf /")}'; ${build}`, 'wrong', /too many/],
  ['awk runs a file: wrong', `awk -f clean.awk names; ${build}`, 'wrong', /too many/],
  ['awk runs behind a pipe: wrong', `echo a | awk 'BEGIN{system("rm -rf /")}'; ${build}`, 'wrong', /too many/],
  ['sort -o behind a pipe: wrong', `echo a | sort -o /etc/passwd; ${build}`, 'wrong', /too many/],
  ['awk writes: wrong', `awk '{print > "/etc/passwd"}' names; ${build}`, 'wrong', /too many/],
  ['awk pipes: wrong', `awk '{print | "sh"}' names; ${build}`, 'wrong', /too many/],
]);

const list = 'aws ecs list-tasks --cluster demo';
rows('a list and one of its members', `${list} --query taskArns`, [
  ['grep', `${list} | grep taskArns`, 'correct'],
  ['grep -e', `${list} | grep -e taskArns`, 'correct'],
  ['grep -ne', `${list} | grep -ne taskArns`, 'correct'],
  ['grep -i', `${list} | grep -i TASKARNS`, 'correct'],
  ['grep --ignore-case', `${list} | grep --ignore-case taskarns`, 'correct'],
  ['capitals without -i: wrong', `${list} | grep TASKARNS`, 'wrong'],
  ['grep -e of another member: wrong', `${list} | grep -e nextToken`, 'wrong'],
  ['a file behind -e: wrong', `${list} | grep -e taskArns names`, 'wrong'],
  ['letters behind -e are the pattern: wrong', `${list} | grep -en taskArns`, 'wrong'],
]);
