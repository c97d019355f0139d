#!/bin/bash
# Runs inside the booted system, as its only other service; every line it prints is a fact the test reads.
exec >/trial.log 2>&1

is_on() { # main process before
  local state
  state=$(systemctl show -p ActiveState,MainPID kiosk | sort | tr '\n' ' ')
  [[ $state == "ActiveState=active MainPID="* && $state != *"MainPID=0 "* && $state != *"MainPID=$1 "* ]]
}
main() { systemctl show -p MainPID --value kiosk; }
program() { pgrep -P "$(main)" -x kiosk; }
back() { # name, main process before
  local begin now
  begin=$(date +%s%N)
  for _ in $(seq 1200); do
    if is_on "$2"; then now=$(date +%s%N); echo "$1 back $(((now - begin) / 1000000)) ms"; return; fi
    sleep 0.05
  done
  echo "$1 never back"
}

begin=$(date +%s%N)
systemctl start kiosk && echo "ready $((($(date +%s%N) - begin) / 1000000)) ms"
echo "status $(systemctl show -p StatusText --value kiosk)"
echo "user $(stat -c %U /proc/"$(program)")"
echo "capabilities $(sed -n 's/^CapEff:\t//p' /proc/"$(program)"/status)"
echo "privileges $(sed -n 's/^NoNewPrivs:\t//p' /proc/"$(program)"/status)"
echo "network $(nsenter -t "$(program)" -n ls /sys/class/net | tr '\n' ' ')"
nsenter -t "$(program)" -m setpriv --reuid=kiosk --regid=kiosk --clear-groups bash -c 'touch /usr/x || touch /etc/kiosk/x' 2>&1 | sed 's/^/writes /'

door=/run/kiosk-recipients
drop() { # what, a command that puts it at "$1/recipients.txt"; as the kiosk's user, where the kiosk runs
  local before
  before=$(stat -c %i "$door/answer" 2>/dev/null)
  nsenter -t "$(program)" -m setpriv --reuid=kiosk --regid=kiosk --clear-groups bash -c "$2" _ "$door/drop"
  for _ in $(seq 200); do
    [[ $(stat -c %i "$door/answer" 2>/dev/null) != "$before" ]] && break
    sleep 0.05
  done
  echo "$1 $(cut -d' ' -f1 "$door/answer") $(stat -c '%U:%G:%a' /etc/kiosk/recipients.txt) left $(find "$door/drop" -mindepth 1 | wc -l)"
}
echo "watch $(systemctl is-active kiosk-recipients.path)"
begin=$(date +%s%N)
drop taken "cp /new-recipients.txt \$1/part && mv \$1/part \$1/recipients.txt"
echo "handed-in $((($(date +%s%N) - begin) / 1000000)) ms"
drop secret "cp /secret-recipients.txt \$1/recipients.txt"
drop link "ln -s /etc/passwd \$1/recipients.txt"
drop pipe "mkfifo \$1/recipients.txt"
drop again "cp /new-recipients.txt \$1/recipients.txt"
cmp /etc/kiosk/recipients.txt /new-recipients.txt && cmp /etc/kiosk/recipients.txt.before /old-recipients.txt && echo "placed both"
journalctl -u kiosk-recipients --no-pager -o cat | grep -c "recipients-taken" | sed 's/^/noted /'
journalctl -u kiosk-recipients --no-pager -o cat | grep -c -i "age1\|age-secret" | sed 's/^/keys-noted /'
nsenter -t "$(program)" -m setpriv --reuid=kiosk --regid=kiosk --clear-groups bash -c 'touch /etc/kiosk/recipients.txt || touch /run/kiosk-recipients/x' 2>&1 | sed 's/^/door-writes /'

sleep 2
echo "spool $(ls /var/lib/kiosk/spool)"

# The doctor: by root from outside of the session, and by its own timer's service; healthy, then with a fault.
systemctl enable --quiet kiosk
kiosk doctor >/doctor.txt
sed 's/^/doctor /' /doctor.txt
systemctl start kiosk-doctor
echo "looked $(systemctl show -p Result --value kiosk-doctor) $(stat -c '%U %a' /run/kiosk-doctor/kiosk.prom)"
echo "timer $(systemctl is-active kiosk-doctor.timer)"
mv /etc/kiosk/staff-pin /staff-pin
systemctl start kiosk-doctor
echo "faulty $(systemctl is-failed kiosk-doctor) $(grep -c '^kiosk_doctor_state{.*subject="staff PIN"} 2$' /run/kiosk-doctor/kiosk.prom)"
mv /staff-pin /etc/kiosk/staff-pin
systemctl start kiosk-doctor
echo "mended $(systemctl is-failed kiosk-doctor)"

# A seat that is stopped takes the kiosk with it, and brings it back; so does one that dies.
old=$(main); systemctl stop seatd; sleep 3
kiosk doctor | grep -E "^PROBLEM  (service|seat):" | sed 's/:.*//; s/^PROBLEM */without-seat /'
systemctl start seatd; back seated "$old"
old=$(main); kill -9 "$(systemctl show -p MainPID --value seatd)"; back unseated "$old"

# A folder of settings that the kiosk may not read: it asks visitors to the desk, and says why.
restarts=$(systemctl show -p NRestarts --value kiosk)
old=$(main); chmod 0700 /etc/kiosk; systemctl restart kiosk; back closed "$old"; sleep 5
echo "restarts $(($(systemctl show -p NRestarts --value kiosk) - restarts)) $(systemctl is-active kiosk)"
journalctl -u kiosk --no-pager -o cat | grep -c "settings-broken /etc/kiosk/kiosk.toml: .* belongs to root:kiosk, mode 2700; chmod" | sed 's/^/told /'
chmod 2755 /etc/kiosk; old=$(main); systemctl restart kiosk; back reopened "$old"

old=$(main); kill -9 "$(program)"; back killed "$old"
old=$(main); sleep 3; kill -STOP "$(program)"; back hung "$old"
QT_QPA_PLATFORM=offscreen runuser -u kiosk -- kiosk run >/dev/null 2>&1; echo "second ends $?"
old=$(main); systemctl restart kiosk; back restarted "$old"
journalctl -u kiosk --no-pager -o cat | grep -c "Watchdog timeout" | sed 's/^/watchdog /'
systemctl poweroff
