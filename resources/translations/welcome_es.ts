<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Art</name>
    <message>
        <source>One list, one board,
one agreement.</source>
        <translation>Una lista, un tablero,
un acuerdo.</translation>
    </message>
    <message>
        <source>For marketing and sales that work as one team.</source>
        <translation>Para marketing y ventas que trabajan como un solo equipo.</translation>
    </message>
    <message>
        <source>Both teams see the same people, leads and goals</source>
        <translation>Los dos equipos ven las mismas personas, leads y metas</translation>
    </message>
    <message>
        <source>It is plain who owes the next step</source>
        <translation>Se ve a quién le toca el siguiente paso</translation>
    </message>
    <message>
        <source>The meeting shows the goals of both teams</source>
        <translation>La reunión muestra las metas de los dos equipos</translation>
    </message>
</context>
<context>
    <name>BringDialog</name>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Bring in the list that you have</source>
        <translation>Trae la lista que ya tienes</translation>
    </message>
    <message>
        <source>A spreadsheet, a text file, vCards, or what another program exported. Before anything is written you see how its columns are understood, what is new, and who is there already. It can be taken back whole.</source>
        <translation>Una hoja de cálculo, un archivo de texto, vCards o lo que exportó otro programa. Antes de escribir nada ves cómo se entienden sus columnas, qué es nuevo y quién está ya. Se puede deshacer entero.</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Paso {step} de {steps}</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Welcome. Where do you want to begin?</source>
        <translation>Te damos la bienvenida. ¿Por dónde empezamos?</translation>
    </message>
    <message>
        <source>Takes about two minutes. Everything can be changed later.</source>
        <translation>Son unos dos minutos. Todo se puede cambiar después.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Start a workspace</source>
        <translation>Crear un espacio de trabajo</translation>
    </message>
    <message>
        <source>You are the first one here. Pick a shared folder or a PostgreSQL server, then invite the others.</source>
        <translation>Eres la primera persona aquí. Elige una carpeta compartida o un servidor PostgreSQL e invita después a los demás.</translation>
    </message>
    <message>
        <source>The workspace&apos;s file, or its server&apos;s address</source>
        <translation>El archivo del espacio de trabajo o la dirección de su servidor</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Abrir archivo…</translation>
    </message>
    <message>
        <source>Join one</source>
        <translation>Entrar en uno</translation>
    </message>
    <message>
        <source>A colleague already uses Tandem. Paste where the workspace is, or open its file.</source>
        <translation>Alguien de tu empresa ya usa Tandem. Pega dónde está el espacio de trabajo o abre su archivo.</translation>
    </message>
    <message>
        <source>Open to look only</source>
        <translation>Abrir solo para mirar</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Echar un vistazo</translation>
    </message>
    <message>
        <source>Look around with sample data</source>
        <translation>Echar un vistazo con datos de ejemplo</translation>
    </message>
    <message>
        <source>A made-up coffee company with 1,200 contacts, a board and its meetings. Nothing you do there counts, and it is gone when you close it.</source>
        <translation>Una empresa de café inventada con 1200 contactos, un tablero y sus reuniones. Nada de lo que hagas allí cuenta y desaparece al cerrarla.</translation>
    </message>
    <message>
        <source>Open before</source>
        <translation>Abiertos antes</translation>
    </message>
    <message>
        <source>Paste the file&apos;s path or the server&apos;s address here first.</source>
        <translation>Pega aquí primero la ruta del archivo o la dirección del servidor.</translation>
    </message>
    <message>
        <source>Tandem cannot tell where that is.</source>
        <translation>Tandem no sabe dónde está eso.</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Abrir un espacio de trabajo</translation>
    </message>
    <message>
        <source>Workspaces (*.tandem);;All files (*)</source>
        <translation>Espacios de trabajo (*.tandem);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Paste a path or a server’s address</source>
        <translation>Pega una ruta o la dirección de un servidor</translation>
    </message>
</context>
<context>
    <name>ServerFields</name>
    <message>
        <source>Server’s address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Your login there</source>
        <translation>Tu usuario allí</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Keep the password in this computer’s keyring</source>
        <translation>Guardar la contraseña en el llavero de este ordenador</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Back to the choices</source>
        <translation>Volver a las opciones</translation>
    </message>
    <message>
        <source>Sign in to your workspace</source>
        <translation>Inicia sesión en tu espacio de trabajo</translation>
    </message>
    <message>
        <source>An admin of the workspace gave you a login. The server proves who it is before it hears it.</source>
        <translation>Quien administra el espacio de trabajo te dio un usuario. El servidor demuestra quién es antes de recibirlo.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message>
        <source>Tandem cannot use that address.</source>
        <translation>Tandem no puede usar esa dirección.</translation>
    </message>
</context>
<context>
    <name>StartForm</name>
    <message>
        <source>Back to the choices</source>
        <translation>Volver a las opciones</translation>
    </message>
    <message>
        <source>Start a workspace</source>
        <translation>Crear un espacio de trabajo</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Its name, as colleagues know it</source>
        <translation>Su nombre, como lo conoce el equipo</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>As colleagues see it</source>
        <translation>Como lo ve el equipo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>What works instead</source>
        <translation>Lo que sí funciona</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Usar esta carpeta</translation>
    </message>
    <message>
        <source>A folder on your office network</source>
        <translation>Una carpeta de la red de la oficina</translation>
    </message>
    <message>
        <source>Enter address</source>
        <translation>Escribir la dirección</translation>
    </message>
    <message>
        <source>A PostgreSQL server</source>
        <translation>Un servidor PostgreSQL</translation>
    </message>
    <message>
        <source>The first choice for more than about ten people, or for any work from home. Ask whoever runs your servers for the address.</source>
        <translation>La primera opción para más de unas diez personas o si alguien trabaja desde casa. Pide la dirección a quien lleva los servidores.</translation>
    </message>
    <message>
        <source>Use this computer</source>
        <translation>Usar este ordenador</translation>
    </message>
    <message>
        <source>This computer, only for me</source>
        <translation>Este ordenador, solo para mí</translation>
    </message>
    <message>
        <source>You alone reach it. Copy it to a shared place whenever you like.</source>
        <translation>Solo tú llegas a él. Cópialo a un sitio compartido cuando quieras.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>A file in a folder</source>
        <translation>Un archivo en una carpeta</translation>
    </message>
    <message>
        <source>On this computer or on the office share: up to about ten people.</source>
        <translation>En este ordenador o en la red de la oficina: hasta unas diez personas.</translation>
    </message>
    <message>
        <source>Start the workspace</source>
        <translation>Crear el espacio de trabajo</translation>
    </message>
    <message>
        <source>Everyone in the office reaches it. Found here: {folder}</source>
        <translation>Toda la oficina llega a ella. Encontrada aquí: {folder}</translation>
    </message>
    <message>
        <source>Step 1 of 3: your company, and the server that keeps its data</source>
        <translation>Paso 1 de 3: tu empresa y el servidor que guarda sus datos</translation>
    </message>
    <message>
        <source>Step 1 of 3: your company, and where the shared file lives</source>
        <translation>Paso 1 de 3: tu empresa y dónde vive el archivo compartido</translation>
    </message>
    <message>
        <source>Or another place</source>
        <translation>U otro sitio</translation>
    </message>
    <message>
        <source>Making it…</source>
        <translation>Creándolo…</translation>
    </message>
    <message>
        <source>Trying this folder out…</source>
        <translation>Probando esta carpeta…</translation>
    </message>
    <message>
        <source>Tried just now: a save takes {time} ms here, so colleagues would wait for each other. A PostgreSQL server is the better place.</source>
        <translation>Probado ahora mismo: guardar tarda aquí {time} ms, así que unos esperarían a otros. Es mejor un servidor PostgreSQL.</translation>
    </message>
    <message>
        <source>Tried just now: files can be locked here and a save takes {time} ms. Good for up to about ten people in one office; for more, or from home, take a PostgreSQL server.</source>
        <translation>Probado ahora mismo: aquí se pueden bloquear archivos y guardar tarda {time} ms. Vale para unas diez personas en una oficina; para más, o desde casa, usa un servidor PostgreSQL.</translation>
    </message>
    <message>
        <source>Tried just now: a save takes {time} ms. This folder is on this computer; colleagues reach it only if you share it.</source>
        <translation>Probado ahora mismo: guardar tarda {time} ms. Esta carpeta está en este ordenador; los demás llegan a ella solo si la compartes.</translation>
    </message>
    <message>
        <source>The same goes for folders of OneDrive, Dropbox, Google Drive, iCloud and Nextcloud.</source>
        <translation>Lo mismo vale para las carpetas de OneDrive, Dropbox, Google Drive, iCloud y Nextcloud.</translation>
    </message>
    <message>
        <source>This folder is copied by {service}, so Tandem won’t put the file there</source>
        <translation>{service} copia esta carpeta, así que Tandem no pondrá el archivo ahí</translation>
    </message>
    <message>
        <source>It copies the file while colleagues write in it. Sooner or later there are two copies, and someone’s work is gone. Nothing was written.</source>
        <translation>Copia el archivo mientras otras personas escriben en él. Tarde o temprano hay dos copias y el trabajo de alguien se pierde. No se ha escrito nada.</translation>
    </message>
    <message>
        <source>This folder does not let programs lock a file</source>
        <translation>Esta carpeta no deja que los programas bloqueen un archivo</translation>
    </message>
    <message>
        <source>Two people who save at once would spoil each other’s work. Nothing was written.</source>
        <translation>Dos personas que guardan a la vez se estropearían el trabajo. No se ha escrito nada.</translation>
    </message>
    <message>
        <source>This account may not write to that folder</source>
        <translation>Esta cuenta no puede escribir en esa carpeta</translation>
    </message>
    <message>
        <source>Ask whoever looks after the folder for write permission, or take another one.</source>
        <translation>Pide permiso de escritura a quien cuida la carpeta o usa otra.</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>Esa carpeta no existe</translation>
    </message>
    <message>
        <source>Check how it is written, or choose it with Browse. Is the network drive connected?</source>
        <translation>Revisa cómo está escrita o elígela con Examinar. ¿Está conectada la unidad de red?</translation>
    </message>
    <message>
        <source>Where the file lives</source>
        <translation>Dónde vive el archivo</translation>
    </message>
    <message>
        <source>Tandem cannot use that address.</source>
        <translation>Tandem no puede usar esa dirección.</translation>
    </message>
</context>
<context>
    <name>StepsDialog</name>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>When does marketing hand a lead to sales?</source>
        <translation>¿Cuándo pasa marketing un lead a ventas?</translation>
    </message>
    <message>
        <source>The first draft of your agreement is made from this. Both teams sign it when they are ready.</source>
        <translation>De esto sale el primer borrador de vuestro acuerdo. Ambos equipos lo firman cuando quieran.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>demo</translation>
    </message>
    <message>
        <source>From a score on</source>
        <translation>A partir de una puntuación</translation>
    </message>
    <message>
        <source>Good if you send campaigns and score what comes back.</source>
        <translation>Vale si envías campañas y puntúas lo que vuelve.</translation>
    </message>
    <message>
        <source>When they ask for a price or a demo</source>
        <translation>Cuando piden un precio o una demo</translation>
    </message>
    <message>
        <source>Simple and clear, good for small teams: such leads carry a tag.</source>
        <translation>Simple y claro, bueno para equipos pequeños: esos leads llevan una etiqueta.</translation>
    </message>
    <message>
        <source>Someone in marketing decides</source>
        <translation>Lo decide alguien de marketing</translation>
    </message>
    <message>
        <source>They move the card to Handed over.</source>
        <translation>Mueve la tarjeta a la etapa de traspaso.</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Al menos</translation>
    </message>
    <message>
        <source>Sales answers within, in days</source>
        <translation>Ventas responde en, días</translation>
    </message>
    <message>
        <source> d</source>
        <translation> d</translation>
    </message>
    <message>
        <source>Who receives a lead</source>
        <translation>Quién recibe un lead</translation>
    </message>
    <message>
        <source>whoever takes it first</source>
        <translation>quien lo tome primero</translation>
    </message>
    <message>
        <source>the next seller in turn</source>
        <translation>el siguiente vendedor por turno</translation>
    </message>
    <message>
        <source>Leads ready for sales each month</source>
        <translation>Leads listos para ventas cada mes</translation>
    </message>
    <message>
        <source>Share answered in time, in %</source>
        <translation>Parte respondida a tiempo, en %</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Agree on this</source>
        <translation>Acordar esto</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Paso {step} de {steps}</translation>
    </message>
    <message>
        <source>Who receives it, and how soon?</source>
        <translation>¿Quién lo recibe y en cuánto tiempo?</translation>
    </message>
    <message>
        <source>It goes to</source>
        <translation>Va a</translation>
    </message>
    <message>
        <source>and is answered within</source>
        <translation>y se responde en</translation>
    </message>
    <message>
        <source>What does each team promise the other?</source>
        <translation>¿Qué promete cada equipo al otro?</translation>
    </message>
    <message>
        <source>Marketing: leads a month</source>
        <translation>Marketing: leads al mes</translation>
    </message>
    <message>
        <source>Sales: % in time</source>
        <translation>Ventas: % a tiempo</translation>
    </message>
    <message>
        <source>Ready for sales</source>
        <translation>Listos para ventas</translation>
    </message>
    <message numerus="yes">
        <source>Sales answers within %n days.</source>
        <translation>
            <numerusform>Ventas responde en %n día.</numerusform>
            <numerusform>Ventas responde en %n días.</numerusform>
        </translation>
    </message>
    <message>
        <source>“Ready for sales” in the sidebar gathers the leads.</source>
        <translation>«Listos para ventas», en la barra lateral, reúne los leads.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Your data stays in your file or on your server. No account needed.</source>
        <translation>Tus datos se quedan en tu archivo o en tu servidor. Sin cuentas.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>The workspace wasn’t made</source>
        <translation>El espacio de trabajo no se ha creado</translation>
    </message>
    <message>
        <source>There is nothing at that place</source>
        <translation>No hay nada en ese sitio</translation>
    </message>
    <message>
        <source>The workspace can’t be reached</source>
        <translation>No se llega al espacio de trabajo</translation>
    </message>
    <message>
        <source>The workspace wasn’t opened</source>
        <translation>El espacio de trabajo no se ha abierto</translation>
    </message>
</context>
<context>
    <name>WhoDialog</name>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién eres?</translation>
    </message>
    <message>
        <source>Who are you here?</source>
        <translation>¿Quién eres aquí?</translation>
    </message>
    <message>
        <source>Colleagues see it beside what you do. This computer remembers it.</source>
        <translation>Los demás lo ven junto a lo que haces. Este ordenador lo recuerda.</translation>
    </message>
    <message>
        <source>Members without an account</source>
        <translation>Miembros sin cuenta</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventas</translation>
    </message>
    <message>
        <source>Both teams</source>
        <translation>Los dos equipos</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>That’s me</source>
        <translation>Soy yo</translation>
    </message>
    <message>
        <source>Or somebody new:</source>
        <translation>O alguien nuevo:</translation>
    </message>
    <message>
        <source>You are {name} here.</source>
        <translation>Aquí eres {name}.</translation>
    </message>
</context>
<context>
    <name>_Board</name>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Ventas</translation>
    </message>
    <message>
        <source>Nurturing</source>
        <translation>Maduración</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Cualificado</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
</context>
</TS>
