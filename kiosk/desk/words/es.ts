<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US">
<context>
    <name>desk</name>
    <message>
        <source>premium rate: the call costs extra</source>
        <translation>tarifa especial: la llamada cuesta más</translation>
    </message>
    <message>
        <source>shared cost: the call may cost extra</source>
        <translation>costo compartido: la llamada puede costar más</translation>
    </message>
    <message>
        <source>satellite phone: the call costs extra</source>
        <translation>teléfono satelital: la llamada cuesta más</translation>
    </message>
    <message>
        <source>international network: the call may cost extra</source>
        <translation>red internacional: la llamada puede costar más</translation>
    </message>
    <message>
        <source>personal number: the call may cost extra</source>
        <translation>número personal: la llamada puede costar más</translation>
    </message>
    <message>
        <source>pager: nobody can talk on it</source>
        <translation>buscapersonas: no se puede hablar con él</translation>
    </message>
    <message>
        <source>voicemail box: nobody answers</source>
        <translation>buzón de voz: nadie contesta</translation>
    </message>
    <message>
        <source>looks odd: check it</source>
        <translation>parece raro: compruébelo</translation>
    </message>
    <message>
        <source>The envelope holds a request of a version this program does not know.</source>
        <translation>El sobre contiene una solicitud de una versión que este programa no conoce.</translation>
    </message>
    <message>
        <source>The envelope holds a request with wrong fields: {places}.</source>
        <translation>El sobre contiene una solicitud con campos incorrectos: {places}.</translation>
    </message>
    <message>
        <source>The envelope holds no readable request.</source>
        <translation>El sobre no contiene ninguna solicitud que se pueda leer.</translation>
    </message>
    <message>
        <source>text in quotation marks</source>
        <translation>texto entre comillas</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un número</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>a list in brackets</source>
        <translation>una lista entre corchetes</translation>
    </message>
    <message>
        <source>a date without quotation marks</source>
        <translation>una fecha sin comillas</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>a number with a decimal point</source>
        <translation>un número con punto decimal</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <source>a table of values</source>
        <translation>una tabla de valores</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>una fecha</translation>
    </message>
    <message>
        <source>a date with a time</source>
        <translation>una fecha con hora</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>una hora</translation>
    </message>
    <message>
        <source>from {least:g} to {most:g}</source>
        <translation>de {least:g} a {most:g}</translation>
    </message>
    <message>
        <source>must be {wanted}, such as {example}, not {found}</source>
        <translation>tiene que ser {wanted}, como {example}, no {found}</translation>
    </message>
    <message>
        <source>must be one of {right}, not {found}{suggestion}</source>
        <translation>tiene que ser uno de estos: {right}; no {found}{suggestion}</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>entrada {number}</translation>
    </message>
    <message>
        <source>; did you mean {key!r}?</source>
        <translation>; ¿quería decir {key!r}?</translation>
    </message>
    <message>
        <source>must be {range}, such as {example}, not {value}</source>
        <translation>tiene que ser {range}, como {example}, no {value}</translation>
    </message>
    <message>
        <source>must be true or false, not {found}</source>
        <translation>tiene que ser true o false, no {found}</translation>
    </message>
    <message>
        <source>must be text: put quotation marks around it, such as {example}</source>
        <translation>tiene que ser texto: póngalo entre comillas, como {example}</translation>
    </message>
    <message>
        <source>must not be empty: write something such as {example}</source>
        <translation>no puede estar vacío: escriba algo como {example}</translation>
    </message>
    <message>
        <source>must be {says}, such as {example}</source>
        <translation>tiene que ser {says}, como {example}</translation>
    </message>
    <message>
        <source>unknown key {key!r}{suggestion}</source>
        <translation>clave desconocida {key!r}{suggestion}</translation>
    </message>
    <message>
        <source>at most {most:g}</source>
        <translation>como máximo {most:g}</translation>
    </message>
    <message>
        <source>at least {least:g}</source>
        <translation>como mínimo {least:g}</translation>
    </message>
    <message>
        <source>must be a table of values, not {found}</source>
        <translation>tiene que ser una tabla de valores, no {found}</translation>
    </message>
    <message>
        <source>must be a list of tables, not {found}</source>
        <translation>tiene que ser una lista de tablas, no {found}</translation>
    </message>
    <message>
        <source>This needs a terminal to ask for the passphrase: use one, or give --passphrase-file.</source>
        <translation>Para pedir la contraseña hace falta una terminal: use una, o indique --passphrase-file.</translation>
    </message>
    <message>
        <source>No answer was given: run the command again.</source>
        <translation>No hubo respuesta: ejecute el comando otra vez.</translation>
    </message>
    <message>
        <source>No passphrase was given: run the command again.</source>
        <translation>No se dio ninguna contraseña: ejecute el comando otra vez.</translation>
    </message>
    <message>
        <source>{file} cannot be used ({reason}): keep a copy of it for IT, then move it away.</source>
        <translation>{file} no se puede usar ({reason}): guarde una copia para informática y después quítelo de ahí.</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>está dañado</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}): check that its disk is there.</source>
        <translation>No se pudo escribir {file} ({reason}): compruebe que su disco está ahí.</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}): check that its disk is there and not full.</source>
        <translation>No se pudo escribir {file} ({reason}): compruebe que su disco está ahí y no está lleno.</translation>
    </message>
    <message>
        <source>{file} did not open a test envelope and must not be used: try again on another disk.</source>
        <translation>{file} no abrió un sobre de prueba y no se debe usar: pruebe otra vez en otro disco.</translation>
    </message>
    <message>
        <source>{file} is not there any more: ask your colleagues whether you were removed.</source>
        <translation>{file} ya no está ahí: pregunte a sus colegas si le quitaron el acceso.</translation>
    </message>
    <message>
        <source>{file} is there already and stays as it is: choose another name or folder.</source>
        <translation>{file} ya existe y queda como está: elija otro nombre u otra carpeta.</translation>
    </message>
    <message>
        <source>{file} is not marked as a demonstration: choose another folder.</source>
        <translation>{file} no está marcado como demostración: elija otra carpeta.</translation>
    </message>
    <message>
        <source>{file} is marked as a demonstration: choose another folder.</source>
        <translation>{file} está marcado como demostración: elija otra carpeta.</translation>
    </message>
    <message>
        <source>{error} Until then your old words open the key or, if not, the new ones.</source>
        <translation>{error} Hasta entonces, sus palabras anteriores abren la llave o, si no, las nuevas.</translation>
    </message>
    <message>
        <source>The key file {path} cannot be read ({reason}): check its name.</source>
        <translation>El archivo de llave {path} no se puede leer ({reason}): compruebe su nombre.</translation>
    </message>
    <message>
        <source>{other} has a key here already: add what tells the two people apart.</source>
        <translation>{other} ya tiene una llave aquí: agregue algo que distinga a las dos personas.</translation>
    </message>
    <message>
        <source>Type a name first: it stands beside every call that is recorded.</source>
        <translation>Escriba primero un nombre: aparece junto a cada llamada que se anota.</translation>
    </message>
    <message>
        <source>This name is too long: shorten it to {most} characters.</source>
        <translation>Este nombre es demasiado largo: acórtelo a {most} caracteres.</translation>
    </message>
    <message>
        <source>This name holds a character that cannot be seen: type it instead of pasting it.</source>
        <translation>Este nombre tiene un carácter que no se ve: escríbalo en vez de pegarlo.</translation>
    </message>
    <message>
        <source>That name is kept for the recovery key: choose another, or run key recovery.</source>
        <translation>Ese nombre está reservado para la llave de recuperación: elija otro, o ejecute key recovery.</translation>
    </message>
    <message>
        <source>That name is kept for the demonstration: choose another.</source>
        <translation>Ese nombre está reservado para la demostración: elija otro.</translation>
    </message>
    <message>
        <source>recipients.txt does not say whose key is on line {lines}, so {name} cannot be removed: write a line such as # Ana above it, then try again.</source>
        <translation>recipients.txt no dice de quién es la llave de la línea {lines}, así que no se puede quitar a {name}: escriba encima una línea como # Ana y pruebe otra vez.</translation>
    </message>
    <message>
        <source>recipients.txt does not say which key is that of {name}, who cannot be removed: write the line # {name} above it, then try again.</source>
        <translation>recipients.txt no dice cuál es la llave de {name}, así que no se le puede quitar: escriba encima de ella la línea # {name} y pruebe otra vez.</translation>
    </message>
    <message>
        <source>Your passphrase could be these six words. Write them on paper before you go on:</source>
        <translation>Su contraseña podría ser estas seis palabras. Escríbalas en papel antes de seguir:</translation>
    </message>
    <message>
        <source>Your own passphrase (at least 16 characters): </source>
        <translation>Su propia contraseña (al menos 16 caracteres): </translation>
    </message>
    <message>
        <source>The same passphrase again: </source>
        <translation>La misma contraseña otra vez: </translation>
    </message>
    <message>
        <source>The passphrase was not typed the same again, so no key was made: run the command again.</source>
        <translation>La contraseña no se escribió igual la segunda vez, así que no se hizo ninguna llave: ejecute el comando otra vez.</translation>
    </message>
    <message>
        <source>Type the six words: </source>
        <translation>Escriba las seis palabras: </translation>
    </message>
    <message>
        <source>This passphrase is too short: use at least 16 characters, which five or six words easily have.</source>
        <translation>Esta contraseña es demasiado corta: use al menos 16 caracteres, que cinco o seis palabras tienen de sobra.</translation>
    </message>
    <message>
        <source>The passphrase file {path} has nothing in it: write the passphrase on its first line.</source>
        <translation>El archivo de contraseña {path} está vacío: escriba la contraseña en su primera línea.</translation>
    </message>
    <message>
        <source>That is not the same.</source>
        <translation>No es lo mismo.</translation>
    </message>
    <message>
        <source>The passphrase file {path} {reason}.</source>
        <translation>El archivo de contraseña {path} {reason}.</translation>
    </message>
    <message>
        <source>The passphrase file {path} cannot be read: check its name and permissions.</source>
        <translation>El archivo de contraseña {path} no se puede leer: compruebe su nombre y sus permisos.</translation>
    </message>
    <message>
        <source>Use these six words? [Y/n] </source>
        <translation>¿Usar estas seis palabras? [Y/n] </translation>
    </message>
    <message>
        <source>the keys of people, but no recipients.txt</source>
        <translation>las llaves de personas, pero no recipients.txt</translation>
    </message>
    <message>
        <source>{root} is not there: plug in its disk or connect the shared folder, then try again. No new desk was begun.</source>
        <translation>{root} no está ahí: conecte su disco o la carpeta compartida y pruebe otra vez. No se empezó ninguna recepción nueva.</translation>
    </message>
    <message>
        <source>{root} holds other files and no desk: choose the desk's own folder, or an empty one to begin a new desk in.</source>
        <translation>{root} contiene otros archivos y ninguna recepción: elija la carpeta propia de la recepción, o una vacía para empezar otra.</translation>
    </message>
    <message>
        <source>recipients.txt, but the key of nobody</source>
        <translation>recipients.txt, pero la llave de nadie</translation>
    </message>
    <message>
        <source>{root} holds {missing}: put what is missing back from a backup, then try again. No new desk was begun.</source>
        <translation>{root} contiene {missing}: recupere lo que falta de una copia de seguridad y pruebe otra vez. No se empezó ninguna recepción nueva.</translation>
    </message>
    <message>
        <source>This user has no home folder on this computer: name the desk's folder with --office.</source>
        <translation>Este usuario no tiene carpeta personal en esta computadora: indique la carpeta de la recepción con --office.</translation>
    </message>
    <message>
        <source>{file} seems to be on a disk of this computer, where the recovery key must not stay: move it to a stick, and lock that away.</source>
        <translation>{file} parece estar en un disco de esta computadora, donde la llave de recuperación no debe quedar: muévala a una memoria USB y guárdela bajo llave.</translation>
    </message>
    <message>
        <source>This key opens nothing at this desk: take the recovery key that was proved when it was set up.</source>
        <translation>Esta llave no abre nada en esta recepción: use la llave de recuperación que se probó al prepararla.</translation>
    </message>
    <message>
        <source>This key does not open the test envelope: compare it with the sheet, letter by letter.</source>
        <translation>Esta llave no abre el sobre de prueba: compárela con la hoja, letra por letra.</translation>
    </message>
    <message>
        <source>{root} cannot be written ({reason}): choose another folder for this desk.</source>
        <translation>No se puede escribir en {root} ({reason}): elija otra carpeta para esta recepción.</translation>
    </message>
    <message>
        <source>Choose the folder of a stick first: the recovery key must stay on no other disk.</source>
        <translation>Elija primero la carpeta de una memoria USB: la llave de recuperación no debe quedar en ningún otro disco.</translation>
    </message>
    <message>
        <source>holds a recovery.key already</source>
        <translation>ya contiene un recovery.key</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>no está ahí</translation>
    </message>
    <message>
        <source>{folder} {reason}: choose the folder of another stick.</source>
        <translation>{folder} {reason}: elija la carpeta de otra memoria USB.</translation>
    </message>
    <message>
        <source>{folder} is the desk's own: choose the folder of a stick for the recovery key.</source>
        <translation>{folder} es de la recepción: elija la carpeta de una memoria USB para la llave de recuperación.</translation>
    </message>
    <message>
        <source>{folder} is not on a stick: the recovery key must stay on no disk of a computer. Choose the folder of a stick, or print the key.</source>
        <translation>{folder} no está en una memoria USB: la llave de recuperación no debe quedar en ningún disco de una computadora. Elija la carpeta de una memoria, o imprima la llave.</translation>
    </message>
    <message>
        <source>{file} cannot be read. It says which recovery keys were made here: keep a copy for IT, move it away, and start again.</source>
        <translation>{file} no se puede leer. Dice qué llaves de recuperación se hicieron aquí: guarde una copia para informática, quítelo de ahí y empiece otra vez.</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}): choose another stick, or print the key.</source>
        <translation>No se pudo escribir {file} ({reason}): elija otra memoria USB, o imprima la llave.</translation>
    </message>
    <message>
        <source>This computer does not say which disks can be taken out: print the recovery key instead.</source>
        <translation>Esta computadora no dice qué discos se pueden sacar: imprima la llave de recuperación.</translation>
    </message>
    <message>
        <source>The key file holds no age key this program can use.</source>
        <translation>El archivo de llave no contiene ninguna llave age que este programa pueda usar.</translation>
    </message>
    <message>
        <source>the library for keys said "{first}", which this program does not know: show this to IT.</source>
        <translation>la biblioteca de llaves dijo "{first}", que este programa no conoce: muéstrelo a informática.</translation>
    </message>
    <message>
        <source>This computer is too slow or too busy to open the key now; the key is good: close other programs, wait a minute and try again.</source>
        <translation>Esta computadora es demasiado lenta o está demasiado ocupada para abrir ahora la llave; la llave está bien: cierre otros programas, espere un minuto y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The key file could not be opened: {why}</source>
        <translation>El archivo de llave no se pudo abrir: {why}</translation>
    </message>
    <message>
        <source>The envelope could not be opened: {why}</source>
        <translation>El sobre no se pudo abrir: {why}</translation>
    </message>
    <message>
        <source>The key file must hold exactly one key, it holds {count}.</source>
        <translation>El archivo de llave tiene que contener exactamente una llave, y contiene {count}.</translation>
    </message>
    <message>
        <source>The key file must hold exactly one key, it holds several.</source>
        <translation>El archivo de llave tiene que contener exactamente una llave, y contiene varias.</translation>
    </message>
    <message>
        <source>That is not the passphrase of this key file: try again.</source>
        <translation>Esa no es la contraseña de este archivo de llave: pruebe otra vez.</translation>
    </message>
    <message>
        <source>The key file was made by a newer program: update this one, or use its backup.</source>
        <translation>El archivo de llave se hizo con un programa más nuevo: actualice este, o use la copia de seguridad de la llave.</translation>
    </message>
    <message>
        <source>The key file is damaged: use its backup, another person's key or recovery.key.</source>
        <translation>El archivo de llave está dañado: use su copia de seguridad, la llave de otra persona o recovery.key.</translation>
    </message>
    <message>
        <source>The request is sealed to other keys: use a key that is in the kiosk's recipients.txt.</source>
        <translation>La solicitud está cerrada con otras llaves: use una llave que esté en el recipients.txt del quiosco.</translation>
    </message>
    <message>
        <source>The envelope's bytes are not what was sealed.</source>
        <translation>El contenido del sobre no es lo que se cerró en él.</translation>
    </message>
    <message>
        <source>The key file {reason}.</source>
        <translation>El archivo de llave {reason}.</translation>
    </message>
    <message>
        <source>The key could not be locked: {why}</source>
        <translation>No se pudo cerrar la llave: {why}</translation>
    </message>
    <message>
        <source>No stick is plugged in that can be written: plug one in, then try again.</source>
        <translation>No hay ninguna memoria USB en la que se pueda escribir: ponga una y pruebe otra vez.</translation>
    </message>
    <message>
        <source>More than one stick is plugged in ({names}): leave the one for the kiosk in.</source>
        <translation>Hay más de una memoria USB ({names}): deje solo la que es para el quiosco.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}): try again.</source>
        <translation>{file} no se puede leer ({reason}): pruebe otra vez.</translation>
    </message>
    <message>
        <source>{name} could not be written to {folder} ({reason}): check that the stick is not full or locked, or take another.</source>
        <translation>No se pudo escribir {name} en {folder} ({reason}): compruebe que la memoria no está llena ni protegida, o use otra.</translation>
    </message>
    <message>
        <source>and remove the file from this computer. If every key is lost, the requests are lost.</source>
        <translation>y quite el archivo de esta computadora. Si se pierden todas las llaves, se pierden las solicitudes.</translation>
    </message>
    <message>
        <source>It opened a test envelope. It has no passphrase: print it, lock the paper away,</source>
        <translation>Abrió un sobre de prueba. No tiene contraseña: imprímala, guarde el papel bajo llave,</translation>
    </message>
    <message>
        <source>The demonstration is ready in {out}. Nobody will call. To see its requests:</source>
        <translation>La demostración está lista en {out}. Nadie llamará. Para ver sus solicitudes:</translation>
    </message>
    <message>
        <source>Key file:   {file}</source>
        <translation>Archivo de llave: {file}</translation>
    </message>
    <message>
        <source>Public key: {recipient}</source>
        <translation>Llave pública: {recipient}</translation>
    </message>
    <message>
        <source>Added to:   {file} (copy this file to the kiosk)</source>
        <translation>Agregada a: {file} (copie este archivo al quiosco)</translation>
    </message>
    <message>
        <source>This machine is a kiosk ({settings}): run kiosk-desk on a computer of the staff.</source>
        <translation>Esta máquina es un quiosco ({settings}): ejecute kiosk-desk en una computadora del personal.</translation>
    </message>
    <message>
        <source>The demonstration in {out} is complete already; nothing was changed.</source>
        <translation>La demostración en {out} ya está completa; no cambió nada.</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Abriendo</translation>
    </message>
    <message>
        <source>There is nothing to list.</source>
        <translation>No hay nada que mostrar.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportando</translation>
    </message>
    <message>
        <source>There is nothing to list; no list was written.</source>
        <translation>No hay nada que listar; no se escribió ninguna lista.</translation>
    </message>
    <message>
        <source>{count} exported to {file}</source>
        <translation>Exportadas: {count}, en {file}</translation>
    </message>
    <message>
        <source>The disk refused ({reason}): check it and try again.</source>
        <translation>El disco se negó ({reason}): compruébelo y pruebe otra vez.</translation>
    </message>
    <message>
        <source>Stopped: run the same command again to go on.</source>
        <translation>Se interrumpió: ejecute el mismo comando otra vez para seguir.</translation>
    </message>
    <message>
        <source>{person} can open this desk. The kiosk needs the new {file}.</source>
        <translation>{person} puede abrir esta recepción. El quiosco necesita el nuevo {file}.</translation>
    </message>
    <message>
        <source>Not recorded: {by} has {number} open now; wait, or add --anyway.</source>
        <translation>No se anotó: {by} tiene abierta ahora {number}; espere, o agregue --anyway.</translation>
    </message>
    <message>
        <source>{number} is recorded as {told}.</source>
        <translation>{number} está anotada así: {told}.</translation>
    </message>
    <message>
        <source>Can open this desk: {names}</source>
        <translation>Pueden abrir esta recepción: {names}</translation>
    </message>
    <message>
        <source>Check code: {code}</source>
        <translation>Palabras de las llaves: {code}</translation>
    </message>
    <message>
        <source>The note is kept.</source>
        <translation>La nota se guardó.</translation>
    </message>
    <message>
        <source>Put away for everybody: {count}.</source>
        <translation>Notas retiradas para todos: {count}.</translation>
    </message>
    <message>
        <source>Taking in</source>
        <translation>Recibiendo</translation>
    </message>
    <message>
        <source>There is no request at this desk.</source>
        <translation>No hay ninguna solicitud en esta recepción.</translation>
    </message>
    <message>
        <source>Not recorded: {problem}</source>
        <translation>No se anotó: {problem}</translation>
    </message>
    <message>
        <source>{person} cannot open this desk: see kiosk-desk people show.</source>
        <translation>{person} no puede abrir esta recepción: vea kiosk-desk people show.</translation>
    </message>
    <message>
        <source>Not kept: write a note first.</source>
        <translation>No se guardó: escriba primero una nota.</translation>
    </message>
    <message>
        <source>There is no desk in {root}: set it up in the window, or name its folder with --office.</source>
        <translation>No hay ninguna recepción en {root}: prepárela en la ventana, o indique su carpeta con --office.</translation>
    </message>
    <message>
        <source>Say with --name who you are: {names}.</source>
        <translation>Diga con --name quién es usted: {names}.</translation>
    </message>
    <message>
        <source>There is no request {number} at this desk: see kiosk-desk calls.</source>
        <translation>No hay ninguna solicitud {number} en esta recepción: vea kiosk-desk calls.</translation>
    </message>
    <message>
        <source>Several requests say that they are {number}: record the call in the window.</source>
        <translation>Varias solicitudes dicen ser {number}: anote la llamada en la ventana.</translation>
    </message>
    <message>
        <source>There is no request yet to count.</source>
        <translation>Todavía no hay ninguna solicitud que contar.</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>lun</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>mar</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>mié</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>jue</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>vie</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>sáb</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>dom</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>ene</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>mar</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>abr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>may</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>jul</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>ago</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>oct</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>dic</translation>
    </message>
    <message>
        <source>{out} holds an unfinished demonstration: remove that folder and run this again.</source>
        <translation>{out} contiene una demostración sin terminar: quite esa carpeta y ejecute esto otra vez.</translation>
    </message>
    <message>
        <source>The demonstration could not be written to {out} ({reason}): choose another folder.</source>
        <translation>No se pudo escribir la demostración en {out} ({reason}): elija otra carpeta.</translation>
    </message>
    <message>
        <source>list to print, with boxes to tick</source>
        <translation>lista para imprimir, con casillas para marcar</translation>
    </message>
    <message>
        <source>spreadsheet (XLSX)</source>
        <translation>hoja de cálculo (XLSX)</translation>
    </message>
    <message>
        <source>CSV that is safe to open in Excel</source>
        <translation>CSV que se puede abrir en Excel sin peligro</translation>
    </message>
    <message>
        <source>raw CSV for another program: never open it in a spreadsheet</source>
        <translation>CSV sin protección para otro programa: no lo abra nunca en una hoja de cálculo</translation>
    </message>
    <message>
        <source>Call-backs by week</source>
        <translation>Solicitudes de llamada por semana</translation>
    </message>
    <message>
        <source>Made {time}.</source>
        <translation>Hecho el {time}.</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Who and how</source>
        <translation>Quién y cómo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>{state}; calls without an answer: {attempts}</source>
        <translation>{state}; llamadas sin respuesta: {attempts}</translation>
    </message>
    <message>
        <source>language: {language}</source>
        <translation>idioma: {language}</translation>
    </message>
    <message>
        <source>{place} of {total}: {number}</source>
        <translation>{place} de {total}: {number}</translation>
    </message>
    <message>
        <source>last note: {note}</source>
        <translation>última nota: {note}</translation>
    </message>
    <message>
        <source>voicemail may be left</source>
        <translation>se puede dejar un mensaje de voz</translation>
    </message>
    <message>
        <source>leave no voicemail</source>
        <translation>no deje mensaje de voz</translation>
    </message>
    <message>
        <source>text may be sent</source>
        <translation>se puede enviar un mensaje de texto</translation>
    </message>
    <message>
        <source>send no text</source>
        <translation>no envíe mensaje de texto</translation>
    </message>
    <message>
        <source>Call-back list {job}</source>
        <translation>Lista de llamadas {job}</translation>
    </message>
    <message>
        <source>Shred after use.</source>
        <translation>Destruya esta hoja después de usarla.</translation>
    </message>
    <message>
        <source>call {by}</source>
        <translation>llamar {by}</translation>
    </message>
    <message>
        <source>call soon: no date</source>
        <translation>llamar pronto: sin fecha</translation>
    </message>
    <message>
        <source>best time: {time}</source>
        <translation>mejor horario: {time}</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>a cualquier hora</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Atención: {note}</translation>
    </message>
    <message>
        <source>interpreter needed</source>
        <translation>necesita intérprete</translation>
    </message>
    <message>
        <source>helper: {name}</source>
        <translation>le ayuda: {name}</translation>
    </message>
    <message>
        <source>call again {time}</source>
        <translation>llamar otra vez {time}</translation>
    </message>
    <message>
        <source>(no name given)</source>
        <translation>(sin nombre)</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibida</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>call_by</source>
        <translation>plazo</translation>
    </message>
    <message>
        <source>best_time</source>
        <translation>horario</translation>
    </message>
    <message>
        <source>language</source>
        <translation>idioma</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>intérprete</translation>
    </message>
    <message>
        <source>phone_help</source>
        <translation>ayuda_teléfono</translation>
    </message>
    <message>
        <source>helper</source>
        <translation>le_ayuda</translation>
    </message>
    <message>
        <source>voicemail_ok</source>
        <translation>mensaje_de_voz</translation>
    </message>
    <message>
        <source>text_ok</source>
        <translation>mensaje_de_texto</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>intentos</translation>
    </message>
    <message>
        <source>call_again</source>
        <translation>llamar_otra_vez</translation>
    </message>
    <message>
        <source>last_note</source>
        <translation>última_nota</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>el {time}</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>después del {time}</translation>
    </message>
    <message numerus="yes">
        <source>{count} of them stood in a list before; look at the warnings before you call.</source>
        <translation>
            <numerusform>{count} de ellas ya estaba en una lista; mire los avisos antes de llamar.</numerusform>
            <numerusform>{count} de ellas ya estaban en una lista; mire los avisos antes de llamar.</numerusform>
        </translation>
    </message>
    <message>
        <source>by {weekday} {day}</source>
        <translation>hasta el {weekday} {day}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source> by {name}</source>
        <translation> por {name}</translation>
    </message>
    <message>
        <source>Call-back list {job}, made {made:%Y-%m-%d %H:%M}{by}: {choice}.</source>
        <translation>Lista de llamadas {job}, hecha el {made:%Y-%m-%d %H:%M}{by}: {choice}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} requests.</source>
        <translation>
            <numerusform>{count} solicitud.</numerusform>
            <numerusform>{count} solicitudes.</numerusform>
        </translation>
    </message>
    <message>
        <source>It holds names and phone numbers: shred it, or delete it, after use.</source>
        <translation>Contiene nombres y números de teléfono: destrúyala o bórrela después de usarla.</translation>
    </message>
    <message>
        <source>stood in list {number} before</source>
        <translation>ya estaba en la lista {number}</translation>
    </message>
    <message>
        <source>all that was new</source>
        <translation>todo lo que era nuevo</translation>
    </message>
    <message>
        <source>all requests, new or not</source>
        <translation>todas las solicitudes, nuevas o no</translation>
    </message>
    <message>
        <source>all received on {choice}</source>
        <translation>todo lo recibido el {choice}</translation>
    </message>
    <message>
        <source>was exported before</source>
        <translation>ya se exportó antes</translation>
    </message>
    <message>
        <source>The list could not be written to {out} ({reason}): check that its disk and the spool's are there, writable and not full, then export again.</source>
        <translation>No se pudo escribir la lista en {out} ({reason}): compruebe que su disco y el de las solicitudes están ahí, que se puede escribir en ellos y que no están llenos, y exporte otra vez.</translation>
    </message>
    <message>
        <source>&amp;LShred after use&amp;RPage &amp;P of &amp;N</source>
        <translation>&amp;LDestruir después de usar&amp;RPágina &amp;P de &amp;N</translation>
    </message>
    <message>
        <source>Call-back list</source>
        <translation>Lista de llamadas</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre la lista</translation>
    </message>
    <message>
        <source>another language</source>
        <translation>otro idioma</translation>
    </message>
    <message>
        <source>{name} can no longer open anything this desk keeps or takes in from now on.</source>
        <translation>{name} ya no puede abrir nada de lo que esta recepción guarda o recibe desde ahora.</translation>
    </message>
    <message>
        <source>With a copy of the old key file and its passphrase, {name} can still open: requests that wait in the kiosk or on a stick, all that the kiosk seals until it gets the new recipients.txt, copies and backups made before today, and every list that was exported.</source>
        <translation>Con una copia del archivo de llave anterior y su contraseña, {name} todavía puede abrir: las solicitudes que esperan en el quiosco o en una memoria USB, todo lo que el quiosco cierre hasta que tenga el nuevo recipients.txt, las copias hechas antes de hoy y todas las listas que se exportaron.</translation>
    </message>
    <message>
        <source>{name} is removed, and opens nothing that this desk takes in from now on. But {files} here could not be opened with your key and stayed locked as before, so {name} may open what is in them: {names}. Show them to IT. They are locked anew when somebody whose key opens them adds or removes a person.</source>
        <translation>Se quitó a {name}, que no abre nada de lo que esta recepción reciba desde ahora. Pero {files} de aquí no se pudieron abrir con la llave de usted y siguen cerrados como antes, así que {name} quizá pueda abrir lo que contienen: {names}. Muéstrelo a informática. Se cierran de nuevo cuando alguien cuya llave los abre agrega o quita a una persona.</translation>
    </message>
    <message>
        <source>recipients.txt also has the key of {names}, and no key file of that name is here: whoever has it opens everything. If nobody knows whose it is, ask IT.</source>
        <translation>recipients.txt también tiene la llave de {names}, y aquí no hay ningún archivo de llave con ese nombre: quien la tenga lo abre todo. Si nadie sabe de quién es, pregunte a informática.</translation>
    </message>
    <message>
        <source>Carry {file} to the kiosk now, and compare the check code there.</source>
        <translation>Lleve {file} ahora al quiosco y compare allí las palabras de las llaves.</translation>
    </message>
    <message>
        <source>You cannot remove yourself: ask a colleague to do it.</source>
        <translation>Usted no puede quitarse el acceso: pídalo a otra persona.</translation>
    </message>
    <message numerus="yes">
        <source>{count} sealed files could not be opened now and stay as they were: tell IT, and come in this way again.</source>
        <translation>
            <numerusform>{count} archivo cerrado no se pudo abrir ahora y queda como estaba: avise a informática y entre de esta manera otra vez.</numerusform>
            <numerusform>{count} archivos cerrados no se pudieron abrir ahora y quedan como estaban: avise a informática y entre de esta manera otra vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} sealed files</source>
        <translation>
            <numerusform>{count} archivo cerrado</numerusform>
            <numerusform>{count} archivos cerrados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} sealed files cannot be read now, locked as before ({names})</source>
        <translation>
            <numerusform>{count} archivo cerrado no se puede leer ahora y sigue cerrado como antes ({names})</numerusform>
            <numerusform>{count} archivos cerrados no se pueden leer ahora y siguen cerrados como antes ({names})</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} can open this desk, but {unread}: they are locked anew when somebody is added or removed again. {carry}</source>
        <translation>{name} puede abrir esta recepción, pero {unread}: se cierran de nuevo cuando se agrega o se quita otra vez a alguien. {carry}</translation>
    </message>
    <message>
        <source>The recovery key stays: without it, a lost passphrase loses every request.</source>
        <translation>La llave de recuperación se queda: sin ella, una contraseña perdida pierde todas las solicitudes.</translation>
    </message>
    <message>
        <source>{name} is the only person who can open this desk: add somebody else first.</source>
        <translation>{name} es la única persona que puede abrir esta recepción: agregue primero a otra.</translation>
    </message>
    <message>
        <source>{warning} Then change who can open this desk.</source>
        <translation>{warning} Cambie después quién puede abrir esta recepción.</translation>
    </message>
    <message>
        <source>A list was interrupted: export once more, then change who can open this desk.</source>
        <translation>Se interrumpió una lista: exporte una vez más y cambie después quién puede abrir esta recepción.</translation>
    </message>
    <message>
        <source>{name} could not be removed completely: {unread}; remove {name} again, and tell IT if it stays so.</source>
        <translation>No se pudo quitar del todo a {name}: {unread}; quite otra vez a {name}, y avise a informática si sigue así.</translation>
    </message>
    <message>
        <source>{name} could not be removed completely ({reason}): check the disk, then remove {name} again.</source>
        <translation>No se pudo quitar del todo a {name} ({reason}): compruebe el disco y quite otra vez a {name}.</translation>
    </message>
    <message>
        <source>{name} has no new key yet ({reason}): check the disk, then do it again with the recovery key.</source>
        <translation>{name} todavía no tiene una llave nueva ({reason}): compruebe el disco y hágalo otra vez con la llave de recuperación.</translation>
    </message>
    <message>
        <source>speak slowly</source>
        <translation>hablar despacio</translation>
    </message>
    <message>
        <source>text first</source>
        <translation>primero un mensaje de texto</translation>
    </message>
    <message>
        <source>uses a relay service</source>
        <translation>usa un servicio de retransmisión</translation>
    </message>
    <message>
        <source>talk to the helper</source>
        <translation>hablar con quien le ayuda</translation>
    </message>
    <message>
        <source>the phone is hard</source>
        <translation>le cuesta hablar por teléfono</translation>
    </message>
    <message>
        <source>The kiosk counts other working days than this desk ({kiosks}): {number} was promised a call by {call_by}, this desk counts to {promised_by}. Let IT write the same call_back_within_days, open_weekdays and closed_days into both.</source>
        <translation>El quiosco cuenta días hábiles distintos de los de esta recepción ({kiosks}): a {number} se le prometió una llamada hasta el {call_by}, y esta recepción cuenta hasta el {promised_by}. Pida a informática que escriba lo mismo en call_back_within_days, open_weekdays y closed_days de los dos.</translation>
    </message>
    <message>
        <source>{by} has recorded {number} as {state} at {time}</source>
        <translation>{by} anotó {number} el {time}: {state}</translation>
    </message>
    <message>
        <source>{name} in {folder} is not a request.</source>
        <translation>{name} en {folder} no es una solicitud.</translation>
    </message>
    <message>
        <source>{by} took back a record of {number} at {time}; its state is {state} again</source>
        <translation>{by} deshizo el {time} lo anotado de {number}; su estado vuelve a ser: {state}</translation>
    </message>
    <message>
        <source>recorded by several at once ({told})</source>
        <translation>anotada por varias personas a la vez ({told})</translation>
    </message>
    <message>
        <source>No holiday after {last} is known here: add the next ones to closed_days in {file} and at the kiosk, then start the desk again.</source>
        <translation>Después del {last} no se conoce aquí ningún día festivo: agregue los próximos a closed_days en {file} y en el quiosco, y abra otra vez la recepción.</translation>
    </message>
    <message>
        <source>the visitor</source>
        <translation>quien la pidió</translation>
    </message>
    <message>
        <source>Taken back at the kiosk.</source>
        <translation>Retirada en el quiosco.</translation>
    </message>
    <message>
        <source>{state}; call again at {time}</source>
        <translation>{state}; llamar otra vez el {time}</translation>
    </message>
    <message numerus="yes">
        <source>{count} recorded calls in {folder} cannot be read now: requests may look new.</source>
        <translation>
            <numerusform>{count} llamada anotada en {folder} no se puede leer ahora: puede que haya solicitudes que parezcan nuevas.</numerusform>
            <numerusform>{count} llamadas anotadas en {folder} no se pueden leer ahora: puede que haya solicitudes que parezcan nuevas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recorded calls in {folder} cannot be opened: requests may look new.</source>
        <translation>
            <numerusform>{count} llamada anotada en {folder} no se puede abrir: puede que haya solicitudes que parezcan nuevas.</numerusform>
            <numerusform>{count} llamadas anotadas en {folder} no se pueden abrir: puede que haya solicitudes que parezcan nuevas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The record is of a version this program does not know.</source>
        <translation>La anotación es de una versión que este programa no conoce.</translation>
    </message>
    <message>
        <source>The record has wrong fields.</source>
        <translation>La anotación tiene campos incorrectos.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>voicemail left</source>
        <translation>mensaje de voz</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>contactada</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>wrong number</source>
        <translation>n.º equivocado</translation>
    </message>
    <message>
        <source>An interrupted export was taken back: if you find an older {file}, destroy it unused.</source>
        <translation>Se deshizo una exportación interrumpida: si encuentra un {file} anterior, destrúyalo sin usarlo.</translation>
    </message>
    <message>
        <source>Another export of this spool is running: wait until it has finished.</source>
        <translation>Ya se está haciendo otra exportación de estas solicitudes: espere hasta que termine.</translation>
    </message>
    <message>
        <source>{path} cannot be opened ({reason}), so no list can be made: ask IT to move it away.</source>
        <translation>No se puede abrir {path} ({reason}), así que no se puede hacer ninguna lista: pida a informática que lo quite de ahí.</translation>
    </message>
    <message>
        <source>The export record {name} was damaged and is in {folder} now, for IT: look in this list for requests that you have seen before.</source>
        <translation>El registro de exportación {name} estaba dañado y ahora está en {folder}, para informática: busque en esta lista solicitudes que ya haya visto.</translation>
    </message>
    <message>
        <source>An interrupted export was finished: {target} is complete.</source>
        <translation>Se terminó una exportación interrumpida: {target} está completo.</translation>
    </message>
    <message>
        <source>The export record {path} cannot be read now: try again, and tell IT if that lasts.</source>
        <translation>El registro de exportación {path} no se puede leer ahora: pruebe otra vez, y avise a informática si sigue así.</translation>
    </message>
    <message>
        <source>The export to {target} was interrupted and its folder is not there: bring it back (plug the stick in again). Only if it is lost for good, say that the folder is gone to list its requests again, although that list may exist too.</source>
        <translation>La exportación a {target} se interrumpió y su carpeta no está ahí: recupérela (ponga otra vez la memoria USB). Solo si se perdió para siempre, diga que la carpeta ya no existe, para listar otra vez sus solicitudes, aunque esa lista quizá exista también.</translation>
    </message>
    <message>
        <source>The list {target} was interrupted; the next list settles it.</source>
        <translation>La lista {target} se interrumpió; la próxima lista lo arregla.</translation>
    </message>
    <message>
        <source>The export record {path} is damaged; the next list puts it aside.</source>
        <translation>El registro de exportación {path} está dañado; la próxima lista lo aparta.</translation>
    </message>
    <message>
        <source>The export record {path} cannot be read now: tell IT if that lasts.</source>
        <translation>El registro de exportación {path} no se puede leer ahora: avise a informática si sigue así.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>da igual</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>Missing from kiosk {kiosk}: {missing} (not stored, damaged, not readable now, or removed from the spool).</source>
        <translation>Faltan del quiosco {kiosk}: {missing} (sin guardar, dañadas, ilegibles ahora, o quitadas del depósito).</translation>
    </message>
    <message numerus="yes">
        <source>{count} records today</source>
        <translation>
            <numerusform>{count} anotación hoy</numerusform>
            <numerusform>{count} anotaciones hoy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} hand-over notes cannot be opened now.</source>
        <translation>
            <numerusform>{count} nota de turno no se puede abrir ahora.</numerusform>
            <numerusform>{count} notas de turno no se pueden abrir ahora.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} {state}</source>
        <translation>{state}: {count}</translation>
    </message>
    <message>
        <source>The note is of a version this program does not know.</source>
        <translation>La nota es de una versión que este programa no conoce.</translation>
    </message>
    <message>
        <source>The note has wrong fields.</source>
        <translation>La nota tiene campos incorrectos.</translation>
    </message>
    <message>
        <source>By the week in which a request was made. Waiting times are medians, nights and weekends included. Never: finished without being reached. No call: closed or cancelled before anybody called; the shares are of the others. Late: nobody had called by the day we promised. Requests that have left this desk are counted too; there is no name in these numbers.</source>
        <translation>Por la semana en que se hizo la solicitud. Los tiempos de espera son medianas, con noches y fines de semana. Nunca: terminada sin hablar con la persona. Sin llamada: cerrada o cancelada antes de que alguien llamara; los porcentajes son de las demás. Atrasada: nadie había llamado hasta el día prometido. Las solicitudes que ya salieron de esta recepción también cuentan; en estas cifras no hay ningún nombre.</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Semana del</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>First call after</source>
        <translation>1.ª llamada</translation>
    </message>
    <message>
        <source>Reached after</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Reached 1st try</source>
        <translation>Al 1.er intento</translation>
    </message>
    <message>
        <source>2nd try</source>
        <translation>2.º intento</translation>
    </message>
    <message>
        <source>3rd try</source>
        <translation>3.er intento</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>4.º o más</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Sin llamada</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Atrasadas</translation>
    </message>
    <message>
        <source>{hours:.1f} hours</source>
        <translation>{hours:.1f} horas</translation>
    </message>
    <message>
        <source>{days:.1f} days</source>
        <translation>{days:.1f} días</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message numerus="yes">
        <source>{count} lists with names and numbers lie unlocked in {places}, for everybody who can use this computer. What nobody changed is deleted by this desk after {days}.</source>
        <translation>
            <numerusform>{count} lista con nombres y números está sin llave en {places}, para cualquiera que pueda usar esta computadora. Lo que nadie cambió lo borra esta recepción después de {days}.</numerusform>
            <numerusform>{count} listas con nombres y números están sin llave en {places}, para cualquiera que pueda usar esta computadora. Lo que nadie cambió lo borra esta recepción después de {days}.</numerusform>
        </translation>
    </message>
    <message>
        <source>No list that was made here is still where it was made.</source>
        <translation>Ninguna lista que se hizo aquí sigue donde se hizo.</translation>
    </message>
    <message numerus="yes">
        <source>{count} days</source>
        <translation>
            <numerusform>{count} día</numerusform>
            <numerusform>{count} días</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} in {folder} holds names and numbers and is old: delete it (somebody changed it, so this desk does not).</source>
        <translation>{file} en {folder} contiene nombres y números y es antiguo: bórrelo (alguien lo cambió, por eso no lo hace esta recepción).</translation>
    </message>
    <message>
        <source>{file} in {folder} holds names and numbers and is old: delete it (this desk cannot: {reason}).</source>
        <translation>{file} en {folder} contiene nombres y números y es antiguo: bórrelo (esta recepción no puede: {reason}).</translation>
    </message>
    <message>
        <source>made in the future</source>
        <translation>hecha en el futuro</translation>
    </message>
    <message>
        <source>morning</source>
        <translation>mañanas</translation>
    </message>
    <message>
        <source>midday</source>
        <translation>mediodía</translation>
    </message>
    <message>
        <source>afternoon</source>
        <translation>tardes</translation>
    </message>
    <message>
        <source>not written the way a kiosk writes</source>
        <translation>no está escrita como escribe un quiosco</translation>
    </message>
    <message>
        <source>no kiosk can have this name</source>
        <translation>ningún quiosco puede llamarse así</translation>
    </message>
    <message>
        <source>from a kiosk this desk does not know</source>
        <translation>de un quiosco que esta recepción no conoce</translation>
    </message>
    <message>
        <source>no kiosk gives this number</source>
        <translation>ningún quiosco da este número</translation>
    </message>
    <message>
        <source>no such time</source>
        <translation>esa hora no existe</translation>
    </message>
    <message>
        <source>made before there was a kiosk</source>
        <translation>hecha antes de que hubiera un quiosco</translation>
    </message>
    <message>
        <source>another date than on its envelope</source>
        <translation>otra fecha que en su sobre</translation>
    </message>
    <message>
        <source>nobody agreed to a call</source>
        <translation>nadie aceptó que se le llamara</translation>
    </message>
    <message>
        <source>characters that a kiosk has no keys for</source>
        <translation>caracteres que ningún quiosco tiene en sus teclas</translation>
    </message>
    <message>
        <source>The envelope holds a request with another id than its name says.</source>
        <translation>El sobre contiene una solicitud con otra identificación que la de su nombre.</translation>
    </message>
    <message numerus="yes">
        <source>{count} damaged files in {folder}, for IT: {names}.</source>
        <translation>
            <numerusform>{count} archivo dañado en {folder}, para informática: {names}.</numerusform>
            <numerusform>{count} archivos dañados en {folder}, para informática: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody calls again after {state}: choose another outcome, or call again as usual.</source>
        <translation>después de “{state}” nadie llama otra vez: elija otro resultado, o vuelva a llamar como siempre.</translation>
    </message>
    <message>
        <source>choose a time to call again that is still to come.</source>
        <translation>elija para llamar otra vez una hora que todavía no haya pasado.</translation>
    </message>
    <message numerus="yes">
        <source>{count} new requests are at this desk</source>
        <translation>
            <numerusform>{count} solicitud nueva está en esta recepción</numerusform>
            <numerusform>{count} solicitudes nuevas están en esta recepción</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} were here already</source>
        <translation>
            <numerusform>{count} ya estaba aquí</numerusform>
            <numerusform>{count} ya estaban aquí</numerusform>
        </translation>
    </message>
    <message>
        <source>Done: {new}, {known}.</source>
        <translation>Hecho: {new}, {known}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} requests in {folder} cannot be read now: open it once more.</source>
        <translation>
            <numerusform>{count} solicitud en {folder} no se puede leer ahora: abra la carpeta una vez más.</numerusform>
            <numerusform>{count} solicitudes en {folder} no se pueden leer ahora: abra la carpeta una vez más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not taken in: {missing} of {count} requests. Left as found:</source>
        <translation>
            <numerusform>Sin recibir: {missing} de {count} solicitud. Queda como estaba:</numerusform>
            <numerusform>Sin recibir: {missing} de {count} solicitudes. Quedan como estaban:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That is so for {count} requests that are at this desk. Nothing is lost: leave them there and open that folder once more, now or another day; this desk knows them.</source>
        <translation>
            <numerusform>Esto vale para {count} solicitud que ya está en esta recepción. No se pierde nada: déjela allí y abra esa carpeta una vez más, ahora u otro día; esta recepción la reconoce.</numerusform>
            <numerusform>Esto vale para {count} solicitudes que ya están en esta recepción. No se pierde nada: déjelas allí y abra esa carpeta una vez más, ahora u otro día; esta recepción las reconoce.</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk has not met a kiosk with the name {names}. Is it yours? If nobody knows it, ask IT before you call.</source>
        <translation>Esta recepción todavía no conoce ningún quiosco con el nombre {names}. ¿Es suyo? Si nadie lo conoce, pregunte a informática antes de llamar.</translation>
    </message>
    <message>
        <source>{file} was not taken in: {error}</source>
        <translation>{file} no se recibió: {error}</translation>
    </message>
    <message>
        <source>close, or write</source>
        <translation>cerrar o escribir</translation>
    </message>
    <message numerus="yes">
        <source>tried {count} times</source>
        <translation>
            <numerusform>{count} intento</numerusform>
            <numerusform>{count} intentos</numerusform>
        </translation>
    </message>
    <message>
        <source>another request has the same id</source>
        <translation>otra solicitud tiene la misma identificación</translation>
    </message>
    <message numerus="yes">
        <source>{count} sealed files cannot be read now: tell IT if that lasts ({names}).</source>
        <translation>
            <numerusform>{count} archivo cerrado no se puede leer ahora: avise a informática si sigue así ({names}).</numerusform>
            <numerusform>{count} archivos cerrados no se pueden leer ahora: avise a informática si sigue así ({names}).</numerusform>
        </translation>
    </message>
    <message>
        <source>same number as {numbers}</source>
        <translation>mismo número que {numbers}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} y {count} más</translation>
    </message>
    <message>
        <source>This key opens none of the waiting requests: use a key that is in the kiosk's recipients.txt.</source>
        <translation>Esta llave no abre ninguna de las solicitudes que esperan: use una llave que esté en el recipients.txt del quiosco.</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be opened; an export moves it to quarantine/.</source>
        <translation>{file} está dañado y no se puede abrir; una exportación lo mueve a quarantine/.</translation>
    </message>
    <message>
        <source>{file} is sealed to other keys than yours; it waits on.</source>
        <translation>{file} está cerrado con llaves distintas de la suya; sigue esperando.</translation>
    </message>
    <message>
        <source>{number} may be forged ({doubts}): ask IT before you call.</source>
        <translation>{number} puede ser falsa ({doubts}): pregunte a informática antes de llamar.</translation>
    </message>
    <message>
        <source>{number} may have been taken back: a file about it cannot be read now.</source>
        <translation>Puede que {number} se haya retirado: un archivo sobre ella no se puede leer ahora.</translation>
    </message>
    <message>
        <source>{file} is a second copy of a request; an export moves it to quarantine/.</source>
        <translation>{file} es una segunda copia de una solicitud; una exportación la mueve a quarantine/.</translation>
    </message>
    <message>
        <source>{name} in {folder} is not a request; look what it is.</source>
        <translation>{name} en {folder} no es una solicitud; mire qué es.</translation>
    </message>
    <message>
        <source>Taken back at the kiosk by the visitor, nobody need call: {names}.</source>
        <translation>Retiradas en el quiosco por quien las pidió, no hace falta llamar: {names}.</translation>
    </message>
    <message>
        <source>Somebody may have forged the taking back of {number}: ask IT; it stays listed.</source>
        <translation>Alguien puede haber falsificado la retirada de {number}: pregunte a informática; sigue en la lista.</translation>
    </message>
    <message numerus="yes">
        <source>This computer's clock says {now}, and {count} requests were made after that: set the clock right, then lock and unlock the desk.</source>
        <translation>
            <numerusform>El reloj de esta computadora marca {now}, y {count} solicitud se hizo después: ponga el reloj en hora y luego bloquee y desbloquee la recepción.</numerusform>
            <numerusform>El reloj de esta computadora marca {now}, y {count} solicitudes se hicieron después: ponga el reloj en hora y luego bloquee y desbloquee la recepción.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer's clock says {now}, and the last request or call is of {day}: is that clock right?</source>
        <translation>El reloj de esta computadora marca {now}, y la última solicitud o llamada es del {day}: ¿está bien ese reloj?</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Best time</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>voicemail ok</source>
        <translation>mensaje de voz permitido</translation>
    </message>
    <message>
        <source>text ok</source>
        <translation>mensaje de texto permitido</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en espera</translation>
    </message>
    <message>
        <source>Passphrase for {name}: </source>
        <translation>Contraseña de {name}: </translation>
    </message>
    <message>
        <source>Warning: {warning}</source>
        <translation>Aviso: {warning}</translation>
    </message>
    <message>
        <source>{by} is calling {number} now.</source>
        <translation>{by} está llamando ahora a {number}.</translation>
    </message>
    <message numerus="yes">
        <source>This desk locks in {count} seconds. Press a key, click or touch to go on.</source>
        <translation>
            <numerusform>Esta recepción se bloquea en {count} segundo. Presione una tecla, haga clic o toque para seguir.</numerusform>
            <numerusform>Esta recepción se bloquea en {count} segundos. Presione una tecla, haga clic o toque para seguir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Call-back desk</source>
        <translation>Recepción: solicitudes de llamada</translation>
    </message>
    <message>
        <source>When it was locked, {at:%Y-%m-%d %H:%M}: {waiting}.</source>
        <translation>Cuando se bloqueó, {at:%Y-%m-%d %H:%M}: {waiting}.</translation>
    </message>
    <message>
        <source>The desk is locked.</source>
        <translation>La recepción está bloqueada.</translation>
    </message>
    <message>
        <source>Problem: {sentence}</source>
        <translation>Problema: {sentence}</translation>
    </message>
    <message>
        <source>Opening your key, which takes some seconds ...</source>
        <translation>Abriendo su llave, tarda unos segundos ...</translation>
    </message>
    <message>
        <source>Opening the requests ...</source>
        <translation>Abriendo las solicitudes ...</translation>
    </message>
    <message>
        <source>Taking the requests in ...</source>
        <translation>Recibiendo las solicitudes ...</translation>
    </message>
    <message>
        <source>Saving ...</source>
        <translation>Guardando ...</translation>
    </message>
    <message>
        <source>Call-back desk. Demonstration: nobody will call</source>
        <translation>Recepción: solicitudes de llamada. Demostración: nadie llamará</translation>
    </message>
    <message>
        <source>&amp;Yes, it is ours</source>
        <translation>Sí, es &amp;nuestro</translation>
    </message>
    <message>
        <source>{root} cannot be read ({reason}): check its disk and your permissions, then try again.</source>
        <translation>{root} no se puede leer ({reason}): compruebe su disco y los permisos de usted, y pruebe otra vez.</translation>
    </message>
    <message>
        <source>Choose the desk's own folder, or an empty one to begin a desk</source>
        <translation>Elija la carpeta propia de la recepción, o una vacía para empezar una recepción</translation>
    </message>
    <message>
        <source>Preparing ...</source>
        <translation>Preparando ...</translation>
    </message>
    <message>
        <source>Opening the test envelope ...</source>
        <translation>Abriendo el sobre de prueba ...</translation>
    </message>
    <message>
        <source>Making your key, which takes some seconds ...</source>
        <translation>Haciendo su llave, tarda unos segundos ...</translation>
    </message>
    <message>
        <source>Done: the recovery key is in {file}. Lock that stick away.</source>
        <translation>Hecho: la llave de recuperación está en {file}. Guarde esa memoria bajo llave.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>{line} ... (all of it: Hand over)</source>
        <translation>{line} ... (completa: en Cambio de turno)</translation>
    </message>
    <message>
        <source>Hand-over note by {told}</source>
        <translation>Nota de turno de {told}</translation>
    </message>
    <message>
        <source>Opening the notes ...</source>
        <translation>Abriendo las notas ...</translation>
    </message>
    <message>
        <source>Keeping the note ...</source>
        <translation>Guardando la nota ...</translation>
    </message>
    <message>
        <source>Have you read them all? Notes that are put away are gone for everybody.</source>
        <translation>¿Las leyó todas? Las notas que se retiran desaparecen para todos.</translation>
    </message>
    <message>
        <source>&amp;Yes, put them away</source>
        <translation>&amp;Sí, retirarlas</translation>
    </message>
    <message>
        <source>Putting the notes away ...</source>
        <translation>Retirando las notas ...</translation>
    </message>
    <message>
        <source>Counting ...</source>
        <translation>Contando ...</translation>
    </message>
    <message>
        <source>{done}. Now: {waiting}.</source>
        <translation>{done}. Ahora: {waiting}.</translation>
    </message>
    <message>
        <source>Problem: Write a note first.</source>
        <translation>Problema: escriba primero una nota.</translation>
    </message>
    <message>
        <source>Done: the note is kept.</source>
        <translation>Hecho: la nota se guardó.</translation>
    </message>
    <message>
        <source>Done: the notes are put away.</source>
        <translation>Hecho: las notas se retiraron.</translation>
    </message>
    <message>
        <source>Making the list ...</source>
        <translation>Haciendo la lista ...</translation>
    </message>
    <message>
        <source>Nothing was chosen that is not in a list already; no list was made.</source>
        <translation>No se eligió nada que no esté ya en una lista; no se hizo ninguna lista.</translation>
    </message>
    <message numerus="yes">
        <source>Done: {count} requests are in {file}</source>
        <translation>
            <numerusform>Hecho: {count} solicitud está en {file}</numerusform>
            <numerusform>Hecho: {count} solicitudes están en {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>at another time ...</source>
        <translation>a otra hora ...</translation>
    </message>
    <message>
        <source>in 1 hour</source>
        <translation>en 1 hora</translation>
    </message>
    <message>
        <source>in 2 hours</source>
        <translation>en 2 horas</translation>
    </message>
    <message>
        <source>next working day, 9:00</source>
        <translation>próximo día hábil, 9:00</translation>
    </message>
    <message>
        <source>next working day, 14:00</source>
        <translation>próximo día hábil, 14:00</translation>
    </message>
    <message numerus="yes">
        <source>after {count} hours</source>
        <translation>
            <numerusform>tras {count} hora</numerusform>
            <numerusform>tras {count} horas</numerusform>
        </translation>
    </message>
    <message>
        <source>at once</source>
        <translation>enseguida</translation>
    </message>
    <message>
        <source>E&amp;xact time:</source>
        <translation>Hora e&amp;xacta:</translation>
    </message>
    <message>
        <source>as usual (no answer: {usual})</source>
        <translation>como siempre (sin respuesta: {usual})</translation>
    </message>
    <message>
        <source>Call aga&amp;in:</source>
        <translation>Llamar otra ve&amp;z:</translation>
    </message>
    <message>
        <source>&amp;No answer</source>
        <translation>Sin &amp;respuesta</translation>
    </message>
    <message>
        <source>&amp;Voicemail left</source>
        <translation>Mensa&amp;je de voz</translation>
    </message>
    <message>
        <source>R&amp;eached</source>
        <translation>&amp;Contactada</translation>
    </message>
    <message>
        <source>&amp;Closed</source>
        <translation>C&amp;errada</translation>
    </message>
    <message>
        <source>C&amp;ancelled</source>
        <translation>Cancela&amp;da</translation>
    </message>
    <message>
        <source>&amp;Wrong number</source>
        <translation>Número e&amp;quivocado</translation>
    </message>
    <message>
        <source>&amp;Back to new</source>
        <translation>&amp;Volver a nueva</translation>
    </message>
    <message>
        <source>It is time to call again: since {time:%Y-%m-%d %H:%M}</source>
        <translation>Ya es hora de llamar otra vez: desde el {time:%Y-%m-%d %H:%M}</translation>
    </message>
    <message>
        <source>Call again at {time:%Y-%m-%d %H:%M}</source>
        <translation>Llamar otra vez el {time:%Y-%m-%d %H:%M}</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>La solicitud</translation>
    </message>
    <message>
        <source>Received {received}; call {by}</source>
        <translation>Recibida: {received}; llamar {by}</translation>
    </message>
    <message>
        <source>Best time: {time}</source>
        <translation>Horario: {time}</translation>
    </message>
    <message>
        <source>took the record back; {state} again</source>
        <translation>deshizo lo anotado; otra vez: {state}</translation>
    </message>
    <message>
        <source> (taken back)</source>
        <translation> (deshecho)</translation>
    </message>
    <message>
        <source>No&amp;te:</source>
        <translation>No&amp;ta:</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>No hay nada elegido.</translation>
    </message>
    <message>
        <source>Warning: {part}</source>
        <translation>Aviso: {part}</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>pronto</translation>
    </message>
    <message>
        <source>FORGED?</source>
        <translation>¿FALSA?</translation>
    </message>
    <message>
        <source>LATE: {day}</source>
        <translation>ATRASADA: {day}</translation>
    </message>
    <message>
        <source>again {date}{time}</source>
        <translation>luego {date}{time}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sin fecha</translation>
    </message>
    <message>
        <source>Call by</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Look out</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>DUE: {date}{time}</source>
        <translation>YA: {date}{time}</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(sin nombre)</translation>
    </message>
    <message>
        <source>calling: {by}</source>
        <translation>llama: {by}</translation>
    </message>
    <message>
        <source>Your key stays the same, and other words open it from then on: the kiosk needs nothing. A copy or a backup of your key file from before still opens with the old words; if somebody may have both, let a colleague remove you and add you again.</source>
        <translation>Su llave sigue siendo la misma, y desde ahora la abren otras palabras: el quiosco no necesita nada. Una copia anterior de su archivo de llave se sigue abriendo con las palabras anteriores; si alguien puede tener las dos cosas, pida a otra persona que le quite el acceso y se lo dé otra vez.</translation>
    </message>
    <message>
        <source>Change my words</source>
        <translation>Cambiar mis palabras</translation>
    </message>
    <message>
        <source>Your &amp;present words:</source>
        <translation>Sus &amp;palabras actuales:</translation>
    </message>
    <message>
        <source>&amp;Change my words</source>
        <translation>&amp;Cambiar mis palabras</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Volver</translation>
    </message>
    <message>
        <source>Make a list</source>
        <translation>Hacer una lista</translation>
    </message>
    <message>
        <source>What is &amp;new: in no list so far</source>
        <translation>Lo &amp;nuevo: lo que aún no está en ninguna lista</translation>
    </message>
    <message>
        <source>&amp;All requests at this desk; those listed before are marked</source>
        <translation>&amp;Todas las solicitudes de esta recepción; las que ya se listaron van marcadas</translation>
    </message>
    <message>
        <source>What was received on one &amp;day; those listed before are marked</source>
        <translation>Lo recibido en un &amp;día; lo que ya se listó va marcado</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>&amp;Folder for the list:</source>
        <translation>Car&amp;peta para la lista:</translation>
    </message>
    <message>
        <source>Choose the folder for the list</source>
        <translation>Elija la carpeta para la lista</translation>
    </message>
    <message>
        <source>The old folder is &amp;lost for good: list its requests again</source>
        <translation>La carpeta anterior se perdió para &amp;siempre: listar otra vez sus solicitudes</translation>
    </message>
    <message>
        <source>O&amp;pen the list, to print it</source>
        <translation>A&amp;brir la lista, para imprimirla</translation>
    </message>
    <message>
        <source>&amp;Kind of list:</source>
        <translation>&amp;Clase de lista:</translation>
    </message>
    <message>
        <source>A list is not locked: shred it, or delete it, after use.</source>
        <translation>Una lista no está bajo llave: destrúyala o bórrela después de usarla.</translation>
    </message>
    <message>
        <source>&amp;Make the list</source>
        <translation>&amp;Hacer la lista</translation>
    </message>
    <message>
        <source>Show all (Esc)</source>
        <translation>Mostrar todo (Esc)</translation>
    </message>
    <message>
        <source>all languages</source>
        <translation>todos los idiomas</translation>
    </message>
    <message>
        <source>all best times</source>
        <translation>todos los horarios</translation>
    </message>
    <message>
        <source>late</source>
        <translation>atrasadas</translation>
    </message>
    <message>
        <source>Show only (Ctrl+L):</source>
        <translation>Mostrar solo (Ctrl+L):</translation>
    </message>
    <message>
        <source>Name or number (Ctrl+F)</source>
        <translation>Nombre o número (Ctrl+F)</translation>
    </message>
    <message>
        <source>A name, a phone number or the number of a request</source>
        <translation>Un nombre, un número de teléfono o el número de una solicitud</translation>
    </message>
    <message numerus="yes">
        <source>{count} found; </source>
        <translation>
            <numerusform>{count} encontrada; </numerusform>
            <numerusform>{count} encontradas; </numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {found} shown; </source>
        <translation>se ven {shown} de {found}; </translation>
    </message>
    <message>
        <source>Fin&amp;d:</source>
        <translation>B&amp;uscar:</translation>
    </message>
    <message>
        <source>S&amp;ort by:</source>
        <translation>Orden se&amp;gún:</translation>
    </message>
    <message>
        <source>Write what whoever comes next must know. The note is locked like the requests, and is shown to each of your colleagues when they unlock the desk, until somebody puts it away.</source>
        <translation>Escriba lo que debe saber quien venga después. La nota queda bajo llave como las solicitudes, y cada colega la ve al desbloquear la recepción, hasta que alguien la retira.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Cambio de turno</translation>
    </message>
    <message>
        <source>&amp;Done: put these notes away</source>
        <translation>&amp;Hecho: retirar estas notas</translation>
    </message>
    <message>
        <source>&amp;New note:</source>
        <translation>&amp;Nota nueva:</translation>
    </message>
    <message>
        <source>N&amp;otes so far:</source>
        <translation>N&amp;otas hasta ahora:</translation>
    </message>
    <message>
        <source>&amp;Keep the note</source>
        <translation>&amp;Guardar la nota</translation>
    </message>
    <message>
        <source>N&amp;umbers for the manager...</source>
        <translation>&amp;Cifras para la dirección...</translation>
    </message>
    <message>
        <source>The recovery key opens this desk when the six words of a key are lost. Put its stick in and load the file, or type the line that begins with AGE-SECRET-KEY from the print. You then get a new key with new words, and your old key is gone. Colleagues keep theirs.</source>
        <translation>La llave de recuperación abre esta recepción cuando se perdieron las seis palabras de una llave. Ponga su memoria USB y cargue el archivo, o escriba la línea impresa que empieza por AGE-SECRET-KEY. Usted recibe entonces una llave nueva con palabras nuevas, y su llave anterior desaparece. Sus colegas conservan las suyas.</translation>
    </message>
    <message>
        <source>Or open the desk once and keep your words: to take in requests that were locked before your new key was made.</source>
        <translation>O abra la recepción una vez y conserve sus palabras: para recibir solicitudes que se cerraron antes de hacer su llave nueva.</translation>
    </message>
    <message>
        <source>I have lost my words</source>
        <translation>He perdido mis palabras</translation>
    </message>
    <message>
        <source>Choose recovery.key on its stick</source>
        <translation>Elija recovery.key en su memoria USB</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nombre:</translation>
    </message>
    <message>
        <source>Or type the &amp;recovery key from the print:</source>
        <translation>O escriba la llave de &amp;recuperación impresa:</translation>
    </message>
    <message>
        <source>Its own &amp;words, only if it was locked with any:</source>
        <translation>Sus &amp;propias palabras, solo si se cerró con algunas:</translation>
    </message>
    <message>
        <source>Chosen: {file}</source>
        <translation>Elegido: {file}</translation>
    </message>
    <message>
        <source>Load the recovery key's file, or type the key from the print.</source>
        <translation>Cargue el archivo de la llave de recuperación, o escriba la llave impresa.</translation>
    </message>
    <message>
        <source>&amp;Load the recovery key's file...</source>
        <translation>Car&amp;gar el archivo de la llave de recuperación...</translation>
    </message>
    <message>
        <source>&amp;Make my new key</source>
        <translation>&amp;Hacer mi llave nueva</translation>
    </message>
    <message>
        <source>O&amp;pen the desk once</source>
        <translation>A&amp;brir la recepción una vez</translation>
    </message>
    <message>
        <source>&amp;Other words</source>
        <translation>&amp;Otras palabras</translation>
    </message>
    <message>
        <source>&amp;Show the words again</source>
        <translation>&amp;Mostrar otra vez las palabras</translation>
    </message>
    <message>
        <source>Your six words: {words}</source>
        <translation>Sus seis palabras: {words}</translation>
    </message>
    <message>
        <source>(hidden while you type)</source>
        <translation>(ocultas mientras escribe)</translation>
    </message>
    <message>
        <source>hidden while you type</source>
        <translation>ocultas mientras escribe</translation>
    </message>
    <message>
        <source>Write these six words on paper. They are the passphrase; nobody can look them up later.</source>
        <translation>Escriba estas seis palabras en papel. Son la contraseña; después nadie puede averiguarlas.</translation>
    </message>
    <message>
        <source>&amp;Type the six words from your paper:</source>
        <translation>&amp;Escriba las seis palabras de su papel:</translation>
    </message>
    <message>
        <source>These are not the six words: look at your paper, or show the words again.</source>
        <translation>No son las seis palabras: mire su papel, o muestre otra vez las palabras.</translation>
    </message>
    <message>
        <source>Numbers for the manager</source>
        <translation>Cifras para la dirección</translation>
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation>&amp;Imprimir...</translation>
    </message>
    <message>
        <source>&amp;By week:</source>
        <translation>&amp;Por semana:</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>Vol&amp;ver</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>Abrir solicitudes</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Carpeta:</translation>
    </message>
    <message>
        <source>Choose the stick or the folder with the requests</source>
        <translation>Elija la memoria USB o la carpeta con las solicitudes</translation>
    </message>
    <message>
        <source>Plug in the stick that was filled at the kiosk, or choose the shared folder. Each request is kept at this desk first; then the stick gets a receipt, which the kiosk takes at the next visit.</source>
        <translation>Ponga la memoria USB que se llenó en el quiosco, o elija la carpeta compartida. Cada solicitud se guarda primero en esta recepción; después la memoria recibe un recibo, que el quiosco toma en la próxima visita.</translation>
    </message>
    <message>
        <source>Found a stick with requests: {named}</source>
        <translation>Memoria USB con solicitudes: {named}</translation>
    </message>
    <message>
        <source>No stick was found.</source>
        <translation>No se encontró ninguna memoria USB.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>&amp;Add a colleague...</source>
        <translation>&amp;Agregar a una persona...</translation>
    </message>
    <message>
        <source>&amp;Remove this person...</source>
        <translation>&amp;Quitar a esta persona...</translation>
    </message>
    <message>
        <source>&amp;No, keep</source>
        <translation>&amp;No, dejarla</translation>
    </message>
    <message>
        <source>Check code of recipients.txt, the same as in the kiosk's staff menu: {code}</source>
        <translation>Palabras de las llaves en recipients.txt, las mismas que en el menú del personal del quiosco: {code}</translation>
    </message>
    <message>
        <source>Remove {name}? Everything here is locked anew, without {name}. What {name} copied before stays readable to that copy.</source>
        <translation>¿Quitar a {name}? Todo lo de aquí se cierra de nuevo, sin {name}. Lo que {name} copió antes se puede seguir leyendo en esa copia.</translation>
    </message>
    <message>
        <source>&amp;Yes, remove</source>
        <translation>&amp;Sí, quitarla</translation>
    </message>
    <message>
        <source>Each person has a key of their own in this desk's folder, and six words that open it.</source>
        <translation>Cada persona tiene en la carpeta de esta recepción una llave propia, y seis palabras que la abren.</translation>
    </message>
    <message>
        <source>&amp;People who can open this desk:</source>
        <translation>&amp;Personas que pueden abrir esta recepción:</translation>
    </message>
    <message>
        <source>Na&amp;me of the colleague:</source>
        <translation>Nomb&amp;re de la persona:</translation>
    </message>
    <message>
        <source>Change my &amp;words...</source>
        <translation>Cambiar mis pala&amp;bras...</translation>
    </message>
    <message>
        <source>&amp;Copy recipients.txt to the stick</source>
        <translation>&amp;Copiar recipients.txt a la memoria USB</translation>
    </message>
    <message>
        <source>Ma&amp;ke the key</source>
        <translation>&amp;Hacer la llave</translation>
    </message>
    <message>
        <source>Copy the nu&amp;mber</source>
        <translation>Copiar el nú&amp;mero</translation>
    </message>
    <message>
        <source>Dial it (Ctrl+D)</source>
        <translation>Marcar (Ctrl+D)</translation>
    </message>
    <message>
        <source>{number} is copied, until the desk locks.</source>
        <translation>{number} está copiado, hasta que la recepción se bloquee.</translation>
    </message>
    <message>
        <source>Problem: no program of this computer took the number. Dial it by hand.</source>
        <translation>Problema: ningún programa de esta computadora aceptó el número. Márquelo a mano.</translation>
    </message>
    <message>
        <source>This desk cannot be opened</source>
        <translation>No se puede abrir esta recepción</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Probar otra vez</translation>
    </message>
    <message>
        <source>Nothing was changed. Show this page to IT when you do not know what to do.</source>
        <translation>No cambió nada. Muestre esta página a informática si no sabe qué hacer.</translation>
    </message>
    <message>
        <source>Choose another &amp;folder...</source>
        <translation>Elegir otra &amp;carpeta...</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Ce&amp;rrar</translation>
    </message>
    <message>
        <source>This desk has no key yet. It will keep its files in {folder}; has your clinic a desk already, use the folder of that one. Requests from the kiosk are locked; your key opens them, and your six words open your key.</source>
        <translation>Esta recepción todavía no tiene llave. Guardará sus archivos en {folder}; si su clínica ya tiene una recepción, use la carpeta de esa. Las solicitudes del quiosco están bajo llave; su llave las abre, y sus seis palabras abren su llave.</translation>
    </message>
    <message>
        <source>This desk was set up before, but not to the end. The six words of that time open nothing: cross them out. A recovery key that you printed or saved then still counts: you can prove it in step 3.</source>
        <translation>Esta recepción ya se empezó a preparar, pero no se terminó. Las seis palabras de entonces no abren nada: táchelas. Una llave de recuperación que imprimió o guardó entonces todavía vale: puede probarla en el paso 3.</translation>
    </message>
    <message>
        <source>Your key is made, with this name and these words. You can look at the words again; to change them, finish first, then open People.</source>
        <translation>Su llave está hecha, con este nombre y estas palabras. Puede mirar otra vez las palabras; para cambiarlas, termine primero y abra después Personas.</translation>
    </message>
    <message>
        <source>The recovery key that you proved is on your print or stick, and nowhere else.</source>
        <translation>La llave de recuperación que usted probó está en su hoja impresa o en su memoria USB, y en ningún otro lugar.</translation>
    </message>
    <message>
        <source>If you have the print or the stick of an earlier try, you need no other: go on, and prove that one.</source>
        <translation>Si tiene la hoja o la memoria USB de un intento anterior, no necesita otra: siga, y pruebe esa.</translation>
    </message>
    <message>
        <source>The kiosk needs this file: {file}. It can lock requests and not open them. Plug in a stick, copy the file to it and bring it to whoever looks after the kiosk. Then compare this check code with that in the kiosk's staff menu; they must be the same. It is no secret:</source>
        <translation>El quiosco necesita este archivo: {file}. Puede cerrar solicitudes y no abrirlas. Ponga una memoria USB, copie en ella el archivo y llévela a quien se encarga del quiosco. Compare después estas palabras de las llaves con las del menú del personal del quiosco; tienen que ser las mismas. No son secretas:</translation>
    </message>
    <message>
        <source>A key that was copied wrongly is found on the worst day. Type the line that begins with AGE-SECRET-KEY from your print, or load the file from your stick: it has to open a test.</source>
        <translation>Una llave mal copiada se descubre en el peor día. Escriba la línea de su hoja impresa que empieza por AGE-SECRET-KEY, o cargue el archivo de su memoria USB: tiene que abrir una prueba.</translation>
    </message>
    <message>
        <source>Destroy every other print or stick of a recovery key: only this one counts.</source>
        <translation>Destruya las demás hojas y memorias con una llave de recuperación: solo vale esta.</translation>
    </message>
    <message>
        <source>The recovery key opened the test. Your key is made.</source>
        <translation>La llave de recuperación abrió la prueba. Su llave está hecha.</translation>
    </message>
    <message>
        <source>&amp;Folder of a stick:</source>
        <translation>&amp;Carpeta de una memoria USB:</translation>
    </message>
    <message>
        <source>Choose the stick for the recovery key</source>
        <translation>Elija la memoria USB para la llave de recuperación</translation>
    </message>
    <message>
        <source>&amp;Save to the stick</source>
        <translation>&amp;Guardar en la memoria USB</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Seguir</translation>
    </message>
    <message>
        <source>Set up this desk: 1 of 4, your key</source>
        <translation>Preparar esta recepción: 1 de 4, su llave</translation>
    </message>
    <message>
        <source>Set up this desk: 2 of 4, the recovery key</source>
        <translation>Preparar esta recepción: 2 de 4, la llave de recuperación</translation>
    </message>
    <message>
        <source>Set up this desk: 3 of 4, prove the recovery key</source>
        <translation>Preparar esta recepción: 3 de 4, probar la llave de recuperación</translation>
    </message>
    <message>
        <source>Set up this desk: 4 of 4, the kiosk</source>
        <translation>Preparar esta recepción: 4 de 4, el quiosco</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Terminar</translation>
    </message>
    <message>
        <source>Choose recovery.key on your stick</source>
        <translation>Elija recovery.key en su memoria USB</translation>
    </message>
    <message>
        <source>Your &amp;name, as your colleagues know you:</source>
        <translation>Su &amp;nombre, como lo conocen sus colegas:</translation>
    </message>
    <message>
        <source>If every passphrase is lost, only this key opens the requests; without it they are lost too. It is on no disk of this desk. Print it or save it to a stick, and lock that away.</source>
        <translation>Si se pierden todas las contraseñas, solo esta llave abre las solicitudes; sin ella se pierden también. No está en ningún disco de esta recepción. Imprímala o guárdela en una memoria USB, y ponga eso bajo llave.</translation>
    </message>
    <message>
        <source>&amp;Recovery key:</source>
        <translation>Llave de &amp;recuperación:</translation>
    </message>
    <message>
        <source>&amp;Recovery key from the sheet:</source>
        <translation>Llave de &amp;recuperación de la hoja:</translation>
    </message>
    <message>
        <source>That printer makes a file on this computer, and the recovery key must stay on none: choose a printer with paper, or save the key to a stick.</source>
        <translation>Esa impresora hace un archivo en esta computadora, y la llave de recuperación no debe quedar en ninguno: elija una impresora con papel, o guarde la llave en una memoria USB.</translation>
    </message>
    <message>
        <source>Recovery key of the call-back desk. Lock it away.

{sheet}</source>
        <translation>Llave de recuperación de la recepción. Guárdela bajo llave.

{sheet}</translation>
    </message>
    <message>
        <source>Use another &amp;folder...</source>
        <translation>Usar otra &amp;carpeta...</translation>
    </message>
    <message>
        <source>&amp;Prove it</source>
        <translation>&amp;Probarla</translation>
    </message>
    <message>
        <source>&amp;Load the file...</source>
        <translation>Car&amp;gar el archivo...</translation>
    </message>
    <message>
        <source>&amp;Copy the file to the stick</source>
        <translation>&amp;Copiar el archivo a la memoria USB</translation>
    </message>
    <message>
        <source>{file} cannot be read: choose recovery.key on your stick.</source>
        <translation>{file} no se puede leer: elija recovery.key en su memoria USB.</translation>
    </message>
    <message>
        <source>Whether lists lie here unlocked cannot be told now.</source>
        <translation>Ahora no se puede saber si aquí hay listas sin llave.</translation>
    </message>
    <message>
        <source>The desk is locked</source>
        <translation>La recepción está bloqueada</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>&amp;Mostrar lo que escribo</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Mostrar lo que escribo</translation>
    </message>
    <message>
        <source>The requests at this desk, and what was recorded of the calls, can only be read with a passphrase. Not locked are lists, the names of those who work here, and how many requests came when, from which kiosk.</source>
        <translation>Las solicitudes de esta recepción, y lo que se anotó de las llamadas, solo se pueden leer con una contraseña. No están bajo llave las listas, los nombres de quienes trabajan aquí, ni cuántas solicitudes llegaron, cuándo y de qué quiosco.</translation>
    </message>
    <message>
        <source>&amp;Passphrase, six words:</source>
        <translation>&amp;Contraseña, seis palabras:</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Desbloquear</translation>
    </message>
    <message>
        <source>I have &amp;lost my words...</source>
        <translation>He &amp;perdido mis palabras...</translation>
    </message>
    <message>
        <source>{count} to call</source>
        <translation>{count} por llamar</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>Des&amp;hacer: {what}</translation>
    </message>
    <message numerus="yes">
        <source>{count} finished</source>
        <translation>
            <numerusform>{count} finalizada</numerusform>
            <numerusform>{count} finalizadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Show &amp;finished</source>
        <translation>Ver &amp;finalizadas</translation>
    </message>
    <message>
        <source>Show finished</source>
        <translation>Ver finalizadas</translation>
    </message>
    <message>
        <source>Warnin&amp;gs:</source>
        <translation>Avis&amp;os:</translation>
    </message>
    <message>
        <source>{count} later</source>
        <translation>{count} para luego</translation>
    </message>
    <message>
        <source>{count} to close or write</source>
        <translation>{count} para cerrar o escribir</translation>
    </message>
    <message numerus="yes">
        <source> ({count} late)</source>
        <translation>
            <numerusform> ({count} atrasada)</numerusform>
            <numerusform> ({count} atrasadas)</numerusform>
        </translation>
    </message>
    <message>
        <source>Call&amp;s to make:</source>
        <translation>Ll&amp;amadas por hacer:</translation>
    </message>
    <message>
        <source>Open &amp;requests...</source>
        <translation>Abrir &amp;solicitudes...</translation>
    </message>
    <message>
        <source>Make a &amp;list...</source>
        <translation>Hacer una &amp;lista...</translation>
    </message>
    <message>
        <source>&amp;People...</source>
        <translation>&amp;Personas...</translation>
    </message>
    <message>
        <source>&amp;Hand over...</source>
        <translation>Camb&amp;io de turno...</translation>
    </message>
    <message>
        <source>Loc&amp;k</source>
        <translation>&amp;Bloquear</translation>
    </message>
    <message>
        <source>Recording ...</source>
        <translation>Anotando ...</translation>
    </message>
    <message>
        <source>Taking back ...</source>
        <translation>Deshaciendo ...</translation>
    </message>
    <message>
        <source>Not recorded yet: {objection}. Do you record it as {state} all the same?</source>
        <translation>Todavía no se anotó: {objection}. ¿La anota de todos modos como “{state}”?</translation>
    </message>
    <message>
        <source>&amp;Yes, record it</source>
        <translation>Sí, a&amp;notarla</translation>
    </message>
    <message>
        <source>{by} is calling {number} now</source>
        <translation>{by} está llamando ahora a {number}</translation>
    </message>
    <message>
        <source>Done: {number} is recorded as {told}.</source>
        <translation>Hecho: {number} está anotada así: {told}.</translation>
    </message>
    <message>
        <source>Done: what you recorded of {number} is taken back; its state is {state} again.</source>
        <translation>Hecho: se deshizo lo que usted anotó de {number}; su estado vuelve a ser: {state}.</translation>
    </message>
    <message>
        <source>Not taken back: {news}. Record what is true now.</source>
        <translation>No se deshizo: {news}. Anote lo que es cierto ahora.</translation>
    </message>
    <message>
        <source>It is time to call again: {names}.</source>
        <translation>Ya es hora de llamar otra vez: {names}.</translation>
    </message>
    <message>
        <source>Done: the new words open {name}'s key. The kiosk needs the new recipients.txt: copy it to the stick on the page People, today. Until this desk locks it is open with the recovery key, and takes in what the kiosk locked before.</source>
        <translation>Hecho: las palabras nuevas abren la llave de {name}. El quiosco necesita el nuevo recipients.txt: cópielo hoy a la memoria USB en la página Personas. Hasta que se bloquee, esta recepción está abierta con la llave de recuperación y recibe lo que el quiosco cerró antes.</translation>
    </message>
    <message>
        <source>Copying ...</source>
        <translation>Copiando ...</translation>
    </message>
    <message>
        <source>Locking everything anew ...</source>
        <translation>Cerrando todo de nuevo ...</translation>
    </message>
    <message>
        <source>Opening the recovery key, which takes some seconds ...</source>
        <translation>Abriendo la llave de recuperación, tarda unos segundos ...</translation>
    </message>
    <message>
        <source>Making the key and locking everything anew ...</source>
        <translation>Haciendo la llave y cerrando todo de nuevo ...</translation>
    </message>
    <message>
        <source>Changing your words, which takes some seconds ...</source>
        <translation>Cambiando sus palabras, tarda unos segundos ...</translation>
    </message>
    <message>
        <source>Done: {file} is written. Bring the stick to whoever looks after the kiosk.</source>
        <translation>Hecho: {file} está escrito. Lleve la memoria a quien se encarga del quiosco.</translation>
    </message>
    <message>
        <source>This desk is open with the recovery key until it locks.</source>
        <translation>Esta recepción está abierta con la llave de recuperación hasta que se bloquee.</translation>
    </message>
    <message>
        <source>Done: {name} can open this desk. The kiosk needs the new {file}: copy it to the stick.</source>
        <translation>Hecho: {name} puede abrir esta recepción. El quiosco necesita el nuevo {file}: cópielo a la memoria USB.</translation>
    </message>
    <message>
        <source>Done: the new words open your key. Cross the old ones out.</source>
        <translation>Hecho: las palabras nuevas abren su llave. Tache las anteriores.</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>&amp;Elegir...</translation>
    </message>
    <message>
        <source>Choose a folder first, or type its whole path.</source>
        <translation>Elija primero una carpeta, o escriba su ruta completa.</translation>
    </message>
    <message>
        <source>There is no screen here to show a window on: run this in a desktop session.</source>
        <translation>Aquí no hay pantalla en la que mostrar una ventana: ejecute esto en una sesión de escritorio.</translation>
    </message>
    <message>
        <source>what was written does not read back</source>
        <translation>lo que se escribió no se lee igual</translation>
    </message>
    <message>
        <source>The envelope's bytes do not fit its name.</source>
        <translation>El contenido del sobre no corresponde a su nombre.</translation>
    </message>
    <message>
        <source>The disk does not give the envelope's bytes now ({reason}).</source>
        <translation>El disco no da ahora el contenido del sobre ({reason}).</translation>
    </message>
    <message>
        <source>it is larger than {most:,} bytes</source>
        <translation>tiene más de {most:,} bytes</translation>
    </message>
    <message>
        <source>it is a link to another file</source>
        <translation>es un enlace a otro archivo</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it is a pipe or a device</source>
        <translation>es una tubería o un dispositivo</translation>
    </message>
    <message>
        <source>it belongs to somebody else</source>
        <translation>es de otra persona</translation>
    </message>
    <message>
        <source>{file} has no public key on any of its {count} lines: add one with kiosk-desk key new.</source>
        <translation>{file} no tiene ninguna llave pública en sus {count} líneas: agregue una con kiosk-desk key new.</translation>
    </message>
    <message>
        <source>{file}, line {first}, says its keys are for the demonstration: copy the clinic's own recipients.txt there, or nobody will call.</source>
        <translation>{file}, línea {first}, dice que sus llaves son de la demostración: copie allí el recipients.txt de la clínica, o nadie llamará.</translation>
    </message>
    <message>
        <source>{path} is missing: copy the clinic's recipients.txt there.</source>
        <translation>Falta {path}: copie allí el recipients.txt de la clínica.</translation>
    </message>
    <message>
        <source>The keys in {folder} cannot be looked for ({reason}): check that its disk is there.</source>
        <translation>No se pueden buscar las llaves en {folder} ({reason}): compruebe que su disco esté ahí.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}): check the file and its permissions.</source>
        <translation>{path} no se puede leer ({reason}): compruebe el archivo y sus permisos.</translation>
    </message>
    <message>
        <source>{file} {reason}, or copy the clinic's recipients.txt there again.</source>
        <translation>{file} {reason}, o copie allí otra vez el recipients.txt de la clínica.</translation>
    </message>
    <message>
        <source>{file}, line {number}, is not a public key that begins with age1: correct the line or copy the clinic's recipients.txt there again.</source>
        <translation>{file}, línea {number}, no es una llave pública que empiece por age1: corrija la línea o copie allí otra vez el recipients.txt de la clínica.</translation>
    </message>
    <message>
        <source>The request could not be sealed: check recipients.txt.</source>
        <translation>No se pudo cerrar la solicitud: compruebe recipients.txt.</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>falta el archivo</translation>
    </message>
    <message>
        <source>the file cannot be read: {reason}</source>
        <translation>el archivo no se puede leer: {reason}</translation>
    </message>
    <message>
        <source>{reason}: {place} belongs to {owner}, mode {mode}; chmod a+rX {place}</source>
        <translation>{reason}: {place} pertenece a {owner}, modo {mode}; chmod a+rX {place}</translation>
    </message>
    <message>
        <source>the file {reason}</source>
        <translation>el archivo {reason}</translation>
    </message>
    <message>
        <source>the quotation mark at the end of the text is missing</source>
        <translation>faltan las comillas al final del texto</translation>
    </message>
    <message>
        <source>this table stands in the file a second time: put all its keys in one place</source>
        <translation>esta tabla está dos veces en el archivo: ponga todas sus claves en un solo lugar</translation>
    </message>
    <message>
        <source>there is a single backslash in the text: write two of them, or put the text in single quotation marks</source>
        <translation>hay una sola barra inversa en el texto: escriba dos, o ponga el texto entre comillas simples</translation>
    </message>
    <message>
        <source>this key stands in the file a second time: keep one of the two</source>
        <translation>esta clave está dos veces en el archivo: deje una de las dos</translation>
    </message>
    <message>
        <source>there is an unseen control character: type the line anew</source>
        <translation>hay un carácter de control que no se ve: escriba la línea de nuevo</translation>
    </message>
    <message>
        <source>the bracket ] at the end of the table's name is missing</source>
        <translation>falta el corchete ] al final del nombre de la tabla</translation>
    </message>
    <message>
        <source>the bracket ] at the end of the list, or a comma in it, is missing</source>
        <translation>falta el corchete ] al final de la lista, o una coma en ella</translation>
    </message>
    <message>
        <source>the bracket } at the end of the values, or a comma between them, is missing</source>
        <translation>falta la llave } al final de los valores, o una coma entre ellos</translation>
    </message>
    <message>
        <source>there is no such date or time</source>
        <translation>no existe esa fecha u hora</translation>
    </message>
    <message>
        <source>there is more behind the value: one key with one value stands on a line</source>
        <translation>hay algo más detrás del valor: en cada línea va una clave con un valor</translation>
    </message>
    <message>
        <source>this is no value: write text in quotation marks, such as "words"</source>
        <translation>esto no es un valor: escriba el texto entre comillas, como "words"</translation>
    </message>
    <message>
        <source>every line is a key with = and its value, a [table], or begins with #</source>
        <translation>cada línea es una clave con = y su valor, una [table], o empieza con #</translation>
    </message>
    <message>
        <source>the quotation marks must be straight ones: "</source>
        <translation>las comillas tienen que ser rectas: "</translation>
    </message>
    <message>
        <source>there is no value behind the =</source>
        <translation>no hay ningún valor detrás de =</translation>
    </message>
    <message>
        <source>there must be a = between a key and its value</source>
        <translation>entre una clave y su valor tiene que haber un =</translation>
    </message>
    <message>
        <source>write true or false</source>
        <translation>escriba true o false</translation>
    </message>
    <message>
        <source>write {value} in small letters</source>
        <translation>escriba {value} en minúsculas</translation>
    </message>
    <message>
        <source>a number has a point, not a comma: {key} = {value}</source>
        <translation>un número lleva punto, no coma: {key} = {value}</translation>
    </message>
    <message>
        <source>put quotation marks around it: {key} = "{value}"</source>
        <translation>póngalo entre comillas: {key} = "{value}"</translation>
    </message>
    <message>
        <source>not valid TOML: {message}</source>
        <translation>no es TOML válido: {message}</translation>
    </message>
    <message>
        <source>not valid TOML: a number is too long or a list too deep</source>
        <translation>no es TOML válido: un número es demasiado largo o una lista demasiado profunda</translation>
    </message>
    <message>
        <source>The spool {root} could not {action} ({reason}): check that its disk is there, writable and not full.</source>
        <translation>El depósito {root} no pudo {action} ({reason}): compruebe que su disco está ahí, que se puede escribir en él y que no está lleno.</translation>
    </message>
    <message numerus="yes">
        <source>move {count} requests</source>
        <translation>
            <numerusform>mover {name}</numerusform>
            <numerusform>mover {count} solicitudes</numerusform>
        </translation>
    </message>
    <message>
        <source>be prepared</source>
        <translation>prepararse</translation>
    </message>
    <message>
        <source>be cleared</source>
        <translation>vaciarse</translation>
    </message>
    <message>
        <source>be written</source>
        <translation>escribirse</translation>
    </message>
    <message>
        <source>keep a request</source>
        <translation>guardar una solicitud</translation>
    </message>
    <message>
        <source>seal a request anew</source>
        <translation>cerrar de nuevo una solicitud</translation>
    </message>
    <message>
        <source>delete a request</source>
        <translation>borrar una solicitud</translation>
    </message>
    <message>
        <source>move {name}</source>
        <translation>mover {name}</translation>
    </message>
    <message>
        <source>be read</source>
        <translation>leerse</translation>
    </message>
    <message>
        <source>{folder} is a link to another place: show it to IT, and take another stick or folder.</source>
        <translation>{folder} es un enlace a otro lugar: muéstrelo a informática, y use otra memoria USB u otra carpeta.</translation>
    </message>
    <message>
        <source>There are no requests in {target} ({reason}): put in the stick that was filled at the kiosk or connect the shared folder, and choose the folder that "{folder}" is in.</source>
        <translation>No hay solicitudes en {target} ({reason}): ponga la memoria USB que se llenó en el quiosco o conecte la carpeta compartida, y elija la carpeta en la que está "{folder}".</translation>
    </message>
    <message>
        <source>No receipt could be written to {folder} ({reason}): check that its disk is there, writable and not full.</source>
        <translation>No se pudo escribir ningún recibo en {folder} ({reason}): compruebe que su disco está ahí, que se puede escribir en él y que no está lleno.</translation>
    </message>
    <message>
        <source>is {encoding} text ("Unicode" in some editors): save it once more as UTF-8</source>
        <translation>es texto {encoding} ("Unicode" en algunos editores): guárdelo otra vez como UTF-8</translation>
    </message>
    <message>
        <source>is not UTF-8 text (line {line}): save it once more as UTF-8</source>
        <translation>no es texto UTF-8 (línea {line}): guárdelo otra vez como UTF-8</translation>
    </message>
    <message>
        <source>The sticks cannot be listed ({reason}): restart the machine.</source>
        <translation>No se puede saber qué memorias USB hay ({reason}): reinicie la máquina.</translation>
    </message>
    <message>
        <source>Done: {files} in {file}.</source>
        <translation>Hecho: {files} en {file}.</translation>
    </message>
    <message>
        <source>Not in it: {names}. A backup holds no list and nothing else that lies in the clear, which would outlive the day on which the desk deletes it, and no recovery key, which would open it.</source>
        <translation>No están en ella: {names}. Una copia de seguridad no contiene listas ni nada más que esté sin llave, pues duraría más que el día en que la recepción lo borra, ni la llave de recuperación, que la abriría.</translation>
    </message>
    <message>
        <source>It opens with the words of anybody who has a key in it, or with the recovery key, which is not in it.</source>
        <translation>Se abre con las palabras de cualquiera que tenga en ella una llave, o con la llave de recuperación, que no está en ella.</translation>
    </message>
    <message>
        <source>Done: the desk as it was on {time} is in {root} ({files}).</source>
        <translation>Hecho: la recepción como estaba el {time} está en {root} ({files}).</translation>
    </message>
    <message>
        <source>Calls and notes recorded since are lost. Take in every stick and the kiosk's folder again; requests that were taken in since are still at the kiosk for some days: see "The desk's backup" in the handbook.</source>
        <translation>Las llamadas y notas que se anotaron desde entonces se perdieron. Reciba otra vez cada memoria USB y la carpeta del quiosco; las solicitudes recibidas desde entonces siguen algunos días en el quiosco: vea "The desk's backup" en el manual.</translation>
    </message>
    <message>
        <source>{names} can open it with the words of that day: whoever was removed since is there again, and whoever was added since is not.</source>
        <translation>Pueden abrirla con las palabras de aquel día: {names}. Quien se quitó desde entonces está otra vez, y quien se agregó desde entonces no está.</translation>
    </message>
    <message>
        <source>Check code: {code}. Where the kiosk shows other words, carry {file} there once the people are right.</source>
        <translation>Palabras de las llaves: {code}. Si el quiosco muestra otras palabras, lleve allí {file} en cuanto las personas sean las correctas.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of this desk are</source>
        <translation>
            <numerusform>{count} archivo de esta recepción está</numerusform>
            <numerusform>{count} archivos de esta recepción están</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} archivo</numerusform>
            <numerusform>{count} archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Restaurando</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} más</translation>
    </message>
    <message>
        <source>There is no desk in {root} to back up: name its folder with --office.</source>
        <translation>En {root} no hay ninguna recepción que copiar: indique su carpeta con --office.</translation>
    </message>
    <message>
        <source>{out} is no folder that is there: plug in its disk or connect the shared folder. To name the file yourself, let its name end in .zip, in a folder that is there.</source>
        <translation>{out} no es una carpeta que exista: conecte su disco o la carpeta compartida. Para dar usted el nombre al archivo, que termine en .zip, en una carpeta que exista.</translation>
    </message>
    <message>
        <source>{folder} is the desk's own and is lost with it: choose a folder on another disk.</source>
        <translation>{folder} es de la recepción y se pierde con ella: elija una carpeta en otro disco.</translation>
    </message>
    <message>
        <source>{file} is there already and stays as it is: name a folder, and each backup has its own name.</source>
        <translation>{file} ya existe y queda como está: indique una carpeta, y cada copia de seguridad tendrá su propio nombre.</translation>
    </message>
    <message>
        <source>{file} is no key that is locked with words, and whoever finds a backup could open everything with it: choose new words for it (People, Change my words) or move it away, then back up again.</source>
        <translation>{file} no es una llave cerrada con palabras, y quien encuentre una copia de seguridad podría abrirlo todo con ella: elija palabras nuevas para ella (Personas, Cambiar mis palabras) o quítela de ahí, y haga la copia otra vez.</translation>
    </message>
    <message>
        <source>A backup would be larger than {most:,} bytes: look in {root} for what is no request, then try again.</source>
        <translation>Una copia de seguridad tendría más de {most:,} bytes: busque en {root} lo que no sea una solicitud, y pruebe otra vez.</translation>
    </message>
    <message>
        <source>No backup could be written to {folder} ({reason}): check that its disk is there, writable and not full.</source>
        <translation>No se pudo escribir ninguna copia de seguridad en {folder} ({reason}): compruebe que su disco está ahí, que se puede escribir en él y que no está lleno.</translation>
    </message>
    <message>
        <source>{path} cannot be read now ({reason}), so no backup was made: try again, and tell IT if that lasts.</source>
        <translation>{path} no se puede leer ahora ({reason}), así que no se hizo ninguna copia de seguridad: pruebe otra vez, y avise a informática si sigue así.</translation>
    </message>
    <message>
        <source>No backup was made, as {root} changed all the time: somebody is being added or removed there, or many requests are taken in. Try again in a minute.</source>
        <translation>No se hizo ninguna copia de seguridad, porque {root} cambiaba todo el tiempo: allí se está agregando o quitando a alguien, o se reciben muchas solicitudes. Pruebe otra vez dentro de un minuto.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}): check its name and its disk, then try again.</source>
        <translation>{file} no se puede leer ({reason}): compruebe su nombre y su disco, y pruebe otra vez.</translation>
    </message>
    <message>
        <source>There is a desk in {root}, so nothing was restored: rename that folder and keep it until the restored desk works, or name another folder with --office.</source>
        <translation>En {root} hay una recepción, así que no se restauró nada: cambie el nombre de esa carpeta y guárdela hasta que la recepción restaurada funcione, o indique otra carpeta con --office.</translation>
    </message>
    <message>
        <source>{root} holds {name}, which is not of this backup, so nothing was restored: name an empty folder, or one that is not there yet, with --office.</source>
        <translation>{root} contiene {name}, que no es de esta copia de seguridad, así que no se restauró nada: indique con --office una carpeta vacía, o una que todavía no exista.</translation>
    </message>
    <message>
        <source>{folder} is not there, so nothing was restored: plug in its disk or connect the shared folder.</source>
        <translation>{folder} no está ahí, así que no se restauró nada: conecte su disco o la carpeta compartida.</translation>
    </message>
    <message>
        <source>The desk was not restored to {root} completely ({reason}): check that its disk is there, writable and not full, then run the same command again.</source>
        <translation>La recepción no se restauró del todo en {root} ({reason}): compruebe que su disco está ahí, que se puede escribir en él y que no está lleno, y ejecute el mismo comando otra vez.</translation>
    </message>
    <message>
        <source>{file} is no backup of a desk, or a part of it is missing: take another one.</source>
        <translation>{file} no es la copia de seguridad de una recepción, o le falta una parte: use otra.</translation>
    </message>
    <message>
        <source>{file} was made by a newer program: update this one first.</source>
        <translation>{file} se hizo con un programa más nuevo: actualice primero este.</translation>
    </message>
    <message>
        <source>{file} is damaged, so nothing was restored: {name} in it is not what was put there.</source>
        <translation>{file} está dañado, así que no se restauró nada: {name} no es lo que se puso en él.</translation>
    </message>
    <message>
        <source>{file} is damaged or was not made by this program, so nothing was restored: {name} in it is no file of a desk.</source>
        <translation>{file} está dañado o no lo hizo este programa, así que no se restauró nada: {name} no es un archivo de una recepción.</translation>
    </message>
    <message>
        <source>{file} is damaged, so nothing was restored: {name} is missing in it.</source>
        <translation>{file} está dañado, así que no se restauró nada: falta {name} en él.</translation>
    </message>
    <message numerus="yes">
        <source>{name} could not be removed completely: {count} files may still be on the way to the disk, locked as before; wait a minute, then remove {name} again.</source>
        <translation>
            <numerusform>No se pudo quitar del todo a {name}: {count} archivo puede estar todavía en camino al disco, cerrado como antes; espere un minuto y quite otra vez a {name}.</numerusform>
            <numerusform>No se pudo quitar del todo a {name}: {count} archivos pueden estar todavía en camino al disco, cerrados como antes; espere un minuto y quite otra vez a {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new is lost. But a request that was finished and deleted here may have come in as a new one: look at its date before you call.</source>
        <translation>No se pierde nada nuevo. Pero una solicitud que aquí se terminó y se borró puede haber entrado como nueva: mire su fecha antes de llamar.</translation>
    </message>
    <message>
        <source>{folder} cannot be opened ({reason}): put the stick in again, or connect the shared folder, then open it once more.</source>
        <translation>{folder} no se puede abrir ({reason}): ponga otra vez la memoria USB, o conecte la carpeta compartida, y ábrala una vez más.</translation>
    </message>
    <message>
        <source>No answer came within {seconds:.0f} seconds: look whether the disk or the share is there, then try again.</source>
        <translation>No hubo respuesta en {seconds:.0f} segundos: mire si el disco o la carpeta compartida está ahí, y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The envelope does not hold the secret that its name was made from: ask IT.</source>
        <translation>El sobre no contiene el secreto del que se formó su nombre: pregunte a informática.</translation>
    </message>
    <message>
        <source>There is no spool in {spool}: give the folder the kiosk writes its requests to, or the folder spool in the desk's own, which is there once requests were taken in.</source>
        <translation>No hay ningún depósito de solicitudes en {spool}: indique la carpeta en la que el quiosco escribe sus solicitudes, o la carpeta spool dentro de la propia de la recepción, que está ahí en cuanto se recibieron solicitudes.</translation>
    </message>
    <message>
        <source>the visitor was asked to check the number and kept it</source>
        <translation>se le pidió a la persona que revisara el número y lo dejó así</translation>
    </message>
    <message>
        <source>the kiosk's clock was not set</source>
        <translation>el reloj del quiosco no estaba en hora</translation>
    </message>
    <message>
        <source>the kiosk's clock was not set; it came in on {day}</source>
        <translation>el reloj del quiosco no estaba en hora; llegó el {day}</translation>
    </message>
    <message>
        <source>{count} requests are {number}: {ids}. They are not the same, and each counts. The disk of that kiosk may have forgotten what it gave: ask IT.</source>
        <translation>{count} solicitudes son {number}: {ids}. No son la misma y cada una cuenta. Puede que el disco de ese quiosco haya olvidado los números que dio: pregunte a informática.</translation>
    </message>
    <message>
        <source>Requests of {kiosk} come from {count} machines: two kiosks have this name, one was set up anew, or somebody forged requests. Ask IT.</source>
        <translation>Las solicitudes de {kiosk} vienen de {count} máquinas: dos quioscos tienen este nombre, uno se configuró de nuevo o alguien falsificó solicitudes. Pregunte a informática.</translation>
    </message>
    <message>
        <source>Several of them gave {numbers}: these are not the same, and each counts. Go by name and time.</source>
        <translation>Varios de ellos dieron {numbers}: no son la misma, y cada una cuenta. Guíese por el nombre y la hora.</translation>
    </message>
    <message>
        <source>A kiosk of the first edition says that its visitor took back {number}, which anybody could have written: it stays listed; ask when you call.</source>
        <translation>Un quiosco de la primera edición dice que quien la pidió retiró {number}, pero eso lo pudo haber escrito cualquiera: sigue en la lista; pregunte al llamar.</translation>
    </message>
    <message>
        <source>{number} was taken back, but another request has its number: ask IT; that one stays listed.</source>
        <translation>{number} se retiró, pero otra solicitud tiene su número: pregunte a informática; esa otra sigue en la lista.</translation>
    </message>
    <message>
        <source>{by} is calling {number} now and was first: this desk has gone on.</source>
        <translation>{by} está llamando ahora a {number} y llegó antes: esta recepción pasó a la siguiente.</translation>
    </message>
    <message>
        <source>Nothing is left to call now.</source>
        <translation>Ya no queda ninguna llamada por hacer ahora.</translation>
    </message>
    <message>
        <source>{by} is calling {number}.</source>
        <translation>{by} está llamando a {number}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} finished requests are not in the list.</source>
        <translation>
            <numerusform>{count} solicitud terminada no está en la lista.</numerusform>
            <numerusform>{count} solicitudes terminadas no están en la lista.</numerusform>
        </translation>
    </message>
    <message>
        <source>The audit log of {kiosk} is not the one that its requests speak of (entry {n}): it was changed, cut or replaced, or the kiosk was set back to an older day. Leave all as it is and ask IT.</source>
        <translation>El registro de auditoría de {kiosk} no es el que mencionan sus solicitudes (anotación {n}): se cambió, se cortó o se sustituyó, o el quiosco volvió a un día anterior. Deje todo como está y pregunte a informática.</translation>
    </message>
    <message>
        <source>The audit log of {kiosk} that came here ends at entry {last}, and its requests speak of entry {n}: copy once more at the kiosk and open that here. If this sentence stays, the end was taken off: ask IT.</source>
        <translation>El registro de auditoría de {kiosk} que llegó aquí termina en la anotación {last}, y sus solicitudes mencionan la anotación {n}: copie otra vez en el quiosco y abra eso aquí. Si este aviso sigue, le quitaron el final: pregunte a informática.</translation>
    </message>
    <message>
        <source>The audit log of {kiosk} had {before} entries and only {n} later on: its end was taken off, or the kiosk was set back to an older day. Leave all as it is and ask IT.</source>
        <translation>El registro de auditoría de {kiosk} tenía {before} anotaciones y más tarde solo {n}: le quitaron el final, o el quiosco volvió a un día anterior. Deje todo como está y pregunte a informática.</translation>
    </message>
    <message>
        <source>The audit log {name} that came along does not fit what is here from entry {n} on: it was changed, cut or replaced at the kiosk or on the way. It lies beside the good one; leave both as they are and ask IT.</source>
        <translation>El registro de auditoría {name} que llegó no coincide con el que hay aquí a partir de la anotación {n}: se cambió, se cortó o se sustituyó en el quiosco o en el camino. Está junto al bueno; deje los dos como están y pregunte a informática.</translation>
    </message>
    <message>
        <source>The audit log {name} came from a kiosk and did not fit what is here: ask IT.</source>
        <translation>El registro de auditoría {name} llegó de un quiosco y no coincidía con el que hay aquí: pregunte a informática.</translation>
    </message>
    <message>
        <source>The audit log {name} does not hold from entry {n} on: it was changed, or damaged.</source>
        <translation>El registro de auditoría {name} no es íntegro a partir de la anotación {n}: se cambió o se dañó.</translation>
    </message>
    <message>
        <source>The audit log {name} cannot be read now ({reason}).</source>
        <translation>El registro de auditoría {name} no se puede leer ahora ({reason}).</translation>
    </message>
    <message>
        <source>The audit log {name} is not the one of the backup from entry {n} on: it was changed, cut or replaced since.</source>
        <translation>El registro de auditoría {name} no es el de la copia de seguridad a partir de la anotación {n}: desde entonces se cambió, se cortó o se sustituyó.</translation>
    </message>
    <message>
        <source>Every log holds: {count}.</source>
        <translation>Todos los registros son íntegros: {count}.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Anotación</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Suceso</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
</context>
</TS>
