<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US">
<context>
    <name></name>
    <message id="demonstration">
        <source></source>
        <translation>Demostración: nadie llamará</translation>
    </message>
    <message id="attract.question">
        <source></source>
        <translation>¿Qué pasa cuando se pierde la señal?</translation>
    </message>
    <message id="attract.start">
        <source></source>
        <translation>Toque para comenzar</translation>
    </message>
    <message id="pathway.alt">
        <source></source>
        <translation>El camino de una señal: del cerebro a la médula espinal, por un nervio, a través de la unión, hasta el músculo.</translation>
    </message>
    <message id="comfort.open">
        <source></source>
        <translation>Más fácil</translation>
    </message>
    <message id="comfort.this_visit">
        <source></source>
        <translation>Solo para esta visita. No se guarda nada.</translation>
    </message>
    <message id="comfort.text_size">
        <source></source>
        <translation>Tamaño de letra</translation>
    </message>
    <message id="comfort.sample">
        <source></source>
        <translation>Aa</translation>
    </message>
    <message id="comfort.size.small">
        <source></source>
        <translation>Pequeña</translation>
    </message>
    <message id="comfort.size.medium">
        <source></source>
        <translation>Mediana</translation>
    </message>
    <message id="comfort.size.large">
        <source></source>
        <translation>Grande</translation>
    </message>
    <message id="comfort.size.largest">
        <source></source>
        <translation>La más grande</translation>
    </message>
    <message id="comfort.colors">
        <source></source>
        <translation>Colores</translation>
    </message>
    <message id="comfort.scheme.light">
        <source></source>
        <translation>Claros</translation>
    </message>
    <message id="comfort.scheme.dark">
        <source></source>
        <translation>Oscuros</translation>
    </message>
    <message id="comfort.scheme.contrast">
        <source></source>
        <translation>Alto contraste</translation>
    </message>
    <message id="comfort.touch">
        <source></source>
        <translation>Toque y movimiento</translation>
    </message>
    <message id="comfort.easy_touch">
        <source></source>
        <translation>Botones grandes</translation>
    </message>
    <message id="comfort.calm">
        <source></source>
        <translation>Imágenes sin movimiento</translation>
    </message>
    <message id="comfort.reach">
        <source></source>
        <translation>A su alcance</translation>
    </message>
    <message id="comfort.reach.whole">
        <source></source>
        <translation>Toda la pantalla</translation>
    </message>
    <message id="comfort.reach.low">
        <source></source>
        <translation>Mitad de abajo</translation>
    </message>
    <message id="comfort.reach.low_left">
        <source></source>
        <translation>Abajo a la izquierda</translation>
    </message>
    <message id="comfort.reach.low_right">
        <source></source>
        <translation>Abajo a la derecha</translation>
    </message>
    <message id="comfort.switch">
        <source></source>
        <translation>Un solo pulsador</translation>
    </message>
    <message id="comfort.switch.pace">
        <source></source>
        <translation>Un solo pulsador: %1 s cada opción</translation>
    </message>
    <message id="comfort.switch.on">
        <source></source>
        <translation>Iluminar una opción tras otra</translation>
    </message>
    <message id="comfort.switch.slower">
        <source></source>
        <translation>Más lento</translation>
    </message>
    <message id="comfort.switch.faster">
        <source></source>
        <translation>Más rápido</translation>
    </message>
    <message id="cover.title">
        <source></source>
        <translation>Tapar la pantalla</translation>
    </message>
    <message id="cover.again">
        <source></source>
        <translation>Tapar la pantalla. Su dibujo: %1</translation>
    </message>
    <message id="cover.how">
        <source></source>
        <translation>Toque uno de estos dibujos: tapa la pantalla enseguida. Toque el mismo dibujo para volver.</translation>
    </message>
    <message id="cover.leave">
        <source></source>
        <translation>No tapar</translation>
    </message>
    <message id="cover.touch">
        <source></source>
        <translation>Toque su dibujo para seguir</translation>
    </message>
    <message id="cover.missed">
        <source></source>
        <translation>No era este: %1. No se ha perdido nada. Toque otro dibujo, por favor.</translation>
    </message>
    <message id="cover.leaf">
        <source></source>
        <translation>Hoja</translation>
    </message>
    <message id="cover.cup">
        <source></source>
        <translation>Taza</translation>
    </message>
    <message id="cover.star">
        <source></source>
        <translation>Estrella</translation>
    </message>
    <message id="top.about">
        <source></source>
        <translation>Acerca de</translation>
    </message>
    <message id="bar.start_over">
        <source></source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message id="bar.home">
        <source></source>
        <translation>Todas las causas</translation>
    </message>
    <message id="bar.self_check">
        <source></source>
        <translation>Autochequeo</translation>
    </message>
    <message id="bar.callback">
        <source></source>
        <translation>Pedir que me llamen</translation>
    </message>
    <message id="bar.stop">
        <source></source>
        <translation>Salir</translation>
    </message>
    <message id="bar.back">
        <source></source>
        <translation>Atrás</translation>
    </message>
    <message id="bar.next">
        <source></source>
        <translation>Siguiente</translation>
    </message>
    <message id="stop.brain">
        <source></source>
        <translation>cerebro</translation>
    </message>
    <message id="stop.nerve_cell">
        <source></source>
        <translation>célula nerviosa</translation>
    </message>
    <message id="stop.nerve_fiber">
        <source></source>
        <translation>fibra nerviosa</translation>
    </message>
    <message id="stop.junction">
        <source></source>
        <translation>unión</translation>
    </message>
    <message id="stop.muscle">
        <source></source>
        <translation>músculo</translation>
    </message>
    <message id="picture.enlarge">
        <source></source>
        <translation>Ver la imagen grande</translation>
    </message>
    <message id="picture.close">
        <source></source>
        <translation>Volver al texto</translation>
    </message>
    <message id="closer.look">
        <source></source>
        <translation>Ver de cerca: %1</translation>
    </message>
    <message id="closer.back">
        <source></source>
        <translation>Volver a la imagen completa</translation>
    </message>
    <message id="closer.nerve_cell">
        <source></source>
        <translation>La célula nerviosa está en la parte de adelante de la médula espinal. Envía la señal al músculo.</translation>
    </message>
    <message id="closer.nerve_fiber">
        <source></source>
        <translation>La fibra del nervio es larga y delgada. Su cubierta (mielina) hace que la señal vaya rápido.</translation>
    </message>
    <message id="closer.junction">
        <source></source>
        <translation>Aquí el nervio se une al músculo. El nervio suelta un mensajero, que llega al músculo.</translation>
    </message>
    <message id="closer.muscle">
        <source></source>
        <translation>Cuando llega el mensajero, la fibra del músculo jala. Unas partes muy pequeñas (mitocondrias) le dan energía.</translation>
    </message>
    <message id="card.lost_at">
        <source></source>
        <translation>Problema en: {stops}</translation>
    </message>
    <message id="card.arrives">
        <source></source>
        <translation>La señal llega</translation>
    </message>
    <message id="bar.done">
        <source></source>
        <translation>Listo</translation>
    </message>
    <message id="timeout.reading" numerus="yes">
        <source></source>
        <translation>
            <numerusform>Esta pantalla vuelve al inicio en %n segundo.</numerusform>
            <numerusform>Esta pantalla vuelve al inicio en %n segundos.</numerusform>
        </translation>
    </message>
    <message id="callback.phone.locked">
        <source></source>
        <translation>Su número queda bajo llave en cuanto usted termine.</translation>
    </message>
    <message id="callback.progress">
        <source></source>
        <translation>Paso {number} de {count}</translation>
    </message>
    <message id="home.title">
        <source></source>
        <translation>¿Qué causa los trastornos neuromusculares?</translation>
    </message>
    <message id="home.subtitle">
        <source></source>
        <translation>Toque un dibujo para ver dónde se pierde la señal del nervio al músculo.</translation>
    </message>
    <message id="home.more">
        <source></source>
        <translation>Más</translation>
    </message>
    <message id="review.draft">
        <source></source>
        <translation>Borrador: aún sin revisar</translation>
    </message>
    <message id="review.draft_long">
        <source></source>
        <translation>Este texto es un borrador. Ningún médico ni enfermera lo ha revisado todavía.</translation>
    </message>
    <message id="review.signed">
        <source></source>
        <translation>Revisado por {reviewer} el {date}. Próxima revisión a más tardar el {next_review}.</translation>
    </message>
    <message id="card.healthy">
        <source></source>
        <translation>Sano</translation>
    </message>
    <message id="card.affected">
        <source></source>
        <translation>Afectado</translation>
    </message>
    <message id="card.picture">
        <source></source>
        <translation>Imagen</translation>
    </message>
    <message id="card.urgent">
        <source></source>
        <translation>Señales urgentes</translation>
    </message>
    <message id="card.sources">
        <source></source>
        <translation>Fuentes</translation>
    </message>
    <message id="card.close_sources">
        <source></source>
        <translation>Cerrar fuentes</translation>
    </message>
    <message id="take_home.open">
        <source></source>
        <translation>Para llevar</translation>
    </message>
    <message id="take_home.close">
        <source></source>
        <translation>Cerrar</translation>
    </message>
    <message id="take_home.title">
        <source></source>
        <translation>En su teléfono</translation>
    </message>
    <message id="take_home.questions">
        <source></source>
        <translation>Mis preguntas:</translation>
    </message>
    <message id="take_home.left_out">
        <source></source>
        <translation>No caben en el código:</translation>
    </message>
    <message id="take_home.code">
        <source></source>
        <translation>Un código para la cámara de su teléfono</translation>
    </message>
    <message id="take_home.how">
        <source></source>
        <translation>Apunte la cámara al código y toque para agregar el contacto. No se necesita red.</translation>
    </message>
    <message id="card.back">
        <source></source>
        <translation>Un paso atrás</translation>
    </message>
    <message id="card.more">
        <source></source>
        <translation>Más</translation>
    </message>
    <message id="card.next">
        <source></source>
        <translation>Siguiente</translation>
    </message>
    <message id="card.finish">
        <source></source>
        <translation>Volver a las causas</translation>
    </message>
    <message id="teach_back.right">
        <source></source>
        <translation>Sí, así es.</translation>
    </message>
    <message id="teach_back.another_way">
        <source></source>
        <translation>Vamos a decirlo de otra manera.</translation>
    </message>
    <message id="teach_back.again">
        <source></source>
        <translation>Intentar otra vez</translation>
    </message>
    <message id="help.open">
        <source></source>
        <translation>Necesito ayuda ahora</translation>
    </message>
    <message id="help.title">
        <source></source>
        <translation>Avise ahora en la recepción.</translation>
    </message>
    <message id="help.show">
        <source></source>
        <translation>Muestre esta pantalla al personal.</translation>
    </message>
    <message id="help.raise">
        <source></source>
        <translation>Si no puede levantarse, levante la mano o pida ayuda a alguien cerca de usted.</translation>
    </message>
    <message id="help.call">
        <source></source>
        <translation>Si no hay personal cerca, llame al %1.</translation>
    </message>
    <message id="help.right">
        <source></source>
        <translation>Hizo bien en consultar.</translation>
    </message>
    <message id="help.close">
        <source></source>
        <translation>Cerrar</translation>
    </message>
    <message id="help.close_question">
        <source></source>
        <translation>¿Cerrar esta pantalla?</translation>
    </message>
    <message id="help.close_sure">
        <source></source>
        <translation>Sí, cerrar</translation>
    </message>
    <message id="help.keep">
        <source></source>
        <translation>Dejarla abierta</translation>
    </message>
    <message id="desk.title">
        <source></source>
        <translation>Pregunte en la recepción, por favor.</translation>
    </message>
    <message id="desk.not_ready">
        <source></source>
        <translation>Esta pantalla no está lista para usarse. Nuestro personal puede ayudarle.</translation>
    </message>
    <message id="timeout.title">
        <source></source>
        <translation>¿Sigue usted ahí?</translation>
    </message>
    <message id="timeout.seconds" numerus="yes">
        <source></source>
        <translation>
            <numerusform>Esta pantalla vuelve al inicio en %n segundo. Se borrará lo que usted escribió.</numerusform>
            <numerusform>Esta pantalla vuelve al inicio en %n segundos. Se borrará lo que usted escribió.</numerusform>
        </translation>
    </message>
    <message id="timeout.stay">
        <source></source>
        <translation>Sigo aquí</translation>
    </message>
    <message id="keypad.delete">
        <source></source>
        <translation>Borrar</translation>
    </message>
    <message id="keypad.plus">
        <source></source>
        <translation>Signo más</translation>
    </message>
    <message id="callback.notice.title">
        <source></source>
        <translation>Primero: ¿necesita ayuda ahora?</translation>
    </message>
    <message id="callback.notice.if">
        <source></source>
        <translation>Avise ahora en la recepción, o llame al {emergency_number}. Hágalo si algo de esto es nuevo o peor que de costumbre para usted, aunque ya haya pasado:</translation>
    </message>
    <message id="callback.notice.breathing">
        <source></source>
        <translation>Dificultad para respirar, se atraganta o se ahoga, o no puede tragar</translation>
    </message>
    <message id="callback.notice.chest">
        <source></source>
        <translation>Dolor o presión en el pecho</translation>
    </message>
    <message id="callback.notice.stroke">
        <source></source>
        <translation>Un lado de la cara caído, o debilidad o adormecimiento repentino en un brazo, mano o pierna</translation>
    </message>
    <message id="callback.notice.spreading">
        <source></source>
        <translation>Debilidad o adormecimiento que se extiende, o adormecimiento nuevo en la entrepierna (ingle), las nalgas o la parte interna de los muslos</translation>
    </message>
    <message id="callback.notice.sudden">
        <source></source>
        <translation>De repente, dificultad para hablar, ver (también con un solo ojo) o caminar, confusión o un dolor de cabeza muy fuerte</translation>
    </message>
    <message id="callback.notice.bladder">
        <source></source>
        <translation>No puede orinar, o tiene problemas nuevos para empezar a orinar o evacuar, o para aguantar la orina o las heces (popó)</translation>
    </message>
    <message id="callback.notice.urine">
        <source></source>
        <translation>Orina oscura, del color de un refresco de cola, con músculos adoloridos, hinchados o débiles</translation>
    </message>
    <message id="callback.notice.joint">
        <source></source>
        <translation>Una coyuntura (como la rodilla) caliente, roja e hinchada, con fiebre o escalofríos, o hinchazón, calor o dolor nuevo en una sola pantorrilla</translation>
    </message>
    <message id="callback.notice.injury">
        <source></source>
        <translation>Un golpe o una caída fuerte en los últimos días que le lastimó mucho la cabeza, el cuello o la espalda</translation>
    </message>
    <message id="callback.privacy.title">
        <source></source>
        <translation>Qué pasa con su número</translation>
    </message>
    <message id="callback.privacy.lock">
        <source></source>
        <translation>Guardamos su número bajo llave. Solo nuestro personal puede abrirlo.</translation>
    </message>
    <message id="callback.privacy.delete" numerus="yes">
        <source></source>
        <translation>
            <numerusform>Lo borramos {delete_days} día después de exportarlo.</numerusform>
            <numerusform>Lo borramos {delete_days} días después de exportarlo.</numerusform>
        </translation>
    </message>
    <message id="callback.privacy.take_back">
        <source></source>
        <translation>Para retirarlo, llame al {phone} o pídalo en la recepción.</translation>
    </message>
    <message id="callback.privacy.clears">
        <source></source>
        <translation>Esta pantalla le avisa después de 3 minutos sin uso. Un minuto más tarde, borra lo que usted escribió.</translation>
    </message>
    <message id="callback.phone.title">
        <source></source>
        <translation>¿A qué número quiere que le llamemos?</translation>
    </message>
    <message id="callback.phone.field">
        <source></source>
        <translation>Su número hasta ahora: {number}</translation>
    </message>
    <message id="callback.phone.field_empty">
        <source></source>
        <translation>Su número: todavía no hay nada escrito</translation>
    </message>
    <message id="callback.phone.hint">
        <source></source>
        <translation>Empiece con el código de área. Para un número de otro país, empiece con +.</translation>
    </message>
    <message id="callback.refusal.empty">
        <source></source>
        <translation>Primero escriba un número, por favor.</translation>
    </message>
    <message id="callback.refusal.urgent">
        <source></source>
        <translation>Esta pantalla no puede llamar para pedir ayuda. Avise ahora en la recepción.</translation>
    </message>
    <message id="callback.refusal.too_short">
        <source></source>
        <translation>Este número es muy corto. Revíselo, por favor. ¿Escribió el código de área?</translation>
    </message>
    <message id="callback.refusal.too_long">
        <source></source>
        <translation>Este número es muy largo. Revíselo, por favor.</translation>
    </message>
    <message id="callback.refusal.full">
        <source></source>
        <translation>Aquí no caben más dígitos. Revise este número, por favor.</translation>
    </message>
    <message id="callback.refusal.unknown_country">
        <source></source>
        <translation>No conocemos este código de país. Revise los primeros dígitos, por favor.</translation>
    </message>
    <message id="callback.refusal.impossible">
        <source></source>
        <translation>Ningún número tiene esa cantidad de dígitos. Revíselo, por favor.</translation>
    </message>
    <message id="callback.check.title">
        <source></source>
        <translation>Revise sus respuestas</translation>
    </message>
    <message id="callback.check.phone">
        <source></source>
        <translation>Número: {answer}</translation>
    </message>
    <message id="callback.check.odd">
        <source></source>
        <translation>Revise este número, por favor. Es poco común. Aun así, puede usarlo.</translation>
    </message>
    <message id="callback.consent.call">
        <source></source>
        <translation>Al tocar “Pedir la llamada”, usted acepta que {clinic} le llame a este número por su solicitud.</translation>
    </message>
    <message id="callback.check.when" numerus="yes">
        <source></source>
        <translation>
            <numerusform>Le llamamos en {call_days} día hábil o menos.</numerusform>
            <numerusform>Le llamamos en {call_days} días hábiles o menos.</numerusform>
        </translation>
    </message>
    <message id="callback.check.by">
        <source></source>
        <translation>Le llamamos a más tardar el {call_by}.</translation>
    </message>
    <message id="callback.check.no_day">
        <source></source>
        <translation>Le llamamos. El reloj no está en hora: no decimos qué día.</translation>
    </message>
    <message id="callback.check.send">
        <source></source>
        <translation>Pedir la llamada</translation>
    </message>
    <message id="callback.sending.title">
        <source></source>
        <translation>Un momento</translation>
    </message>
    <message id="callback.sending.wait">
        <source></source>
        <translation>Estamos guardando su número bajo llave.</translation>
    </message>
    <message id="callback.done.title">
        <source></source>
        <translation>Gracias. Le vamos a llamar.</translation>
    </message>
    <message id="callback.done.when" numerus="yes">
        <source></source>
        <translation>
            <numerusform>{clinic} le llamará en {call_days} día hábil o menos.</numerusform>
            <numerusform>{clinic} le llamará en {call_days} días hábiles o menos.</numerusform>
        </translation>
    </message>
    <message id="callback.done.by">
        <source></source>
        <translation>{clinic} le llamará a más tardar el {call_by}.</translation>
    </message>
    <message id="callback.done.no_day">
        <source></source>
        <translation>{clinic} le llamará. Esta pantalla no puede decir para qué día: su reloj no está en hora. Puede preguntar en la recepción.</translation>
    </message>
    <message id="callback.done.cancel">
        <source></source>
        <translation>Para cambiar o cancelar, llame al {phone} o pregunte en la recepción.</translation>
    </message>
    <message id="callback.done.nothing_more">
        <source></source>
        <translation>No tiene que hacer nada más.</translation>
    </message>
    <message id="callback.done.clears" numerus="yes">
        <source></source>
        <translation>
            <numerusform>Esta pantalla se borra en %n segundo.</numerusform>
            <numerusform>Esta pantalla se borra en %n segundos.</numerusform>
        </translation>
    </message>
    <message id="callback.done.clear">
        <source></source>
        <translation>Ya terminé</translation>
    </message>
    <message id="callback.desk.why">
        <source></source>
        <translation>En este momento no podemos recibir su solicitud en esta pantalla.</translation>
    </message>
    <message id="callback.desk.nothing_kept">
        <source></source>
        <translation>No se guardó nada de lo que usted escribió. Nuestro personal puede anotar su número.</translation>
    </message>
    <message id="about.title">
        <source></source>
        <translation>Sobre esta pantalla</translation>
    </message>
    <message id="about.purpose">
        <source></source>
        <translation>Educación general y una invitación a hablar con el personal de la clínica. No se ha diseñado para fines de diagnóstico, detección, vigilancia, tratamiento o prevención de enfermedades.</translation>
    </message>
    <message id="about.publisher">
        <source></source>
        <translation>Publicado por {clinic}. {clinic} también ofrece atención para algunos de estos trastornos.</translation>
    </message>
    <message id="about.not_a_diagnosis">
        <source></source>
        <translation>No reemplaza a su equipo médico. En una emergencia, llame al {emergency_number} o avise en la recepción.</translation>
    </message>
    <message id="about.memory">
        <source></source>
        <translation>Esta pantalla no necesita su nombre. Cuando usted se va, olvida lo que tocó. La solicitud de llamada se guarda bajo llave, y solo nuestro personal puede abrirla.</translation>
    </message>
    <message id="about.versions">
        <source></source>
        <translation>Programa {program}. Contenido {content}.</translation>
    </message>
    <message id="about.self_check">
        <source></source>
        <translation>Autochequeo</translation>
    </message>
    <message id="about.draft">
        <source></source>
        <translation>Todavía sin revisión de un médico o una enfermera: {titles}.</translation>
    </message>
    <message id="about.reviewed">
        <source></source>
        <translation>{title}: revisado por {reviewer} el {date}, próxima revisión a más tardar el {next_review}</translation>
    </message>
    <message id="language.name">
        <source></source>
        <translation>Español</translation>
    </message>
    <message id="card.from_clinic">
        <source></source>
        <translation>De la clínica</translation>
    </message>
    <message id="card.keep_questions">
        <source></source>
        <translation>Toque una pregunta para tenerla lista en su cita.</translation>
    </message>
    <message id="questions.open">
        <source></source>
        <translation>Mis preguntas: %1</translation>
    </message>
    <message id="questions.title">
        <source></source>
        <translation>Mis preguntas</translation>
    </message>
    <message id="questions.show">
        <source></source>
        <translation>Muestre esta lista a su médico o enfermera.</translation>
    </message>
    <message id="questions.forget">
        <source></source>
        <translation>No guardamos esta lista. Se borra cuando usted se va.</translation>
    </message>
    <message id="check.title">
        <source></source>
        <translation>Un autochequeo corto</translation>
    </message>
    <message id="check.start">
        <source></source>
        <translation>Comenzar</translation>
    </message>
    <message id="check.question">
        <source></source>
        <translation>Pregunta {number} de {count}</translation>
    </message>
    <message id="check.goes_on">
        <source></source>
        <translation>Sigue solo. Toque donde quiera para quedarse.</translation>
    </message>
    <message id="check.touch_first">
        <source></source>
        <translation>Toque primero una respuesta.</translation>
    </message>
    <message id="steps.at">
        <source></source>
        <translation>Paso %1 de %2</translation>
    </message>
    <message id="check.touch_all">
        <source></source>
        <translation>Toque todo lo que sea su caso.</translation>
    </message>
    <message id="check.touch_one">
        <source></source>
        <translation>Toque una.</translation>
    </message>
    <message id="check.code">
        <source></source>
        <translation>Código {code}</translation>
    </message>
    <message id="check.call_at_desk">
        <source></source>
        <translation>¿Quiere que le llamemos? Pregunte en la recepción, por favor.</translation>
    </message>
    <message id="check.topics">
        <source></source>
        <translation>Temas que quizás quiera leer</translation>
    </message>
    <message id="check.ask_desk">
        <source></source>
        <translation>Pregunte en la recepción, por favor.</translation>
    </message>
    <message id="check.not_ready">
        <source></source>
        <translation>El autochequeo aún no está listo en este idioma.</translation>
    </message>
    <message id="about.words">
        <source></source>
        <translation>Botones y textos cortos</translation>
    </message>
    <message id="callback.name.title">
        <source></source>
        <translation>¿Cómo le llamamos?</translation>
    </message>
    <message id="callback.name.hint">
        <source></source>
        <translation>Puede omitirlo.</translation>
    </message>
    <message id="callback.name.full">
        <source></source>
        <translation>Aquí no caben más letras. Puede seguir o acortarlo.</translation>
    </message>
    <message id="callback.helper.title">
        <source></source>
        <translation>¿Cómo se llama quien le ayuda?</translation>
    </message>
    <message id="callback.helper.hint">
        <source></source>
        <translation>Preguntamos por esta persona.</translation>
    </message>
    <message id="callback.helper.missing">
        <source></source>
        <translation>Escriba primero un nombre.</translation>
    </message>
    <message id="callback.name.field">
        <source></source>
        <translation>El nombre hasta ahora: {name}</translation>
    </message>
    <message id="callback.name.field_empty">
        <source></source>
        <translation>El nombre: todavía no hay nada escrito</translation>
    </message>
    <message id="keypad.space">
        <source></source>
        <translation>Espacio</translation>
    </message>
    <message id="keypad.more_letters">
        <source></source>
        <translation>Más letras</translation>
    </message>
    <message id="keypad.accents">
        <source></source>
        <translation>Letras con acento</translation>
    </message>
    <message id="keypad.letters">
        <source></source>
        <translation>Letras sin acento</translation>
    </message>
    <message id="keypad.capitals">
        <source></source>
        <translation>Mayúsculas</translation>
    </message>
    <message id="keypad.small">
        <source></source>
        <translation>Minúsculas</translation>
    </message>
    <message id="callback.window.title">
        <source></source>
        <translation>¿Cuándo tiene más energía?</translation>
    </message>
    <message id="callback.window.morning">
        <source></source>
        <translation>Por la mañana</translation>
    </message>
    <message id="callback.window.midday">
        <source></source>
        <translation>Al mediodía</translation>
    </message>
    <message id="callback.window.afternoon">
        <source></source>
        <translation>Por la tarde</translation>
    </message>
    <message id="callback.window.any">
        <source></source>
        <translation>A cualquier hora</translation>
    </message>
    <message id="callback.language.title">
        <source></source>
        <translation>¿En qué idioma hablamos?</translation>
    </message>
    <message id="callback.language.other">
        <source></source>
        <translation>Otro idioma</translation>
    </message>
    <message id="callback.other_language.title">
        <source></source>
        <translation>¿Qué otro idioma?</translation>
    </message>
    <message id="callback.other_language.not_here">
        <source></source>
        <translation>Un idioma que no está aquí</translation>
    </message>
    <message id="callback.interpreter.title">
        <source></source>
        <translation>¿Necesita un intérprete?</translation>
    </message>
    <message id="callback.yes">
        <source></source>
        <translation>Sí</translation>
    </message>
    <message id="callback.no">
        <source></source>
        <translation>No</translation>
    </message>
    <message id="callback.hard.box">
        <source></source>
        <translation>Me cuesta hablar por teléfono</translation>
    </message>
    <message id="callback.hard.title">
        <source></source>
        <translation>¿Qué le haría más fácil la llamada?</translation>
    </message>
    <message id="callback.hard.hint">
        <source></source>
        <translation>Toque todo lo que corresponda, o toque Siguiente.</translation>
    </message>
    <message id="callback.hard.slowly">
        <source></source>
        <translation>Hablen despacio y denme tiempo</translation>
    </message>
    <message id="callback.hard.text_first">
        <source></source>
        <translation>Envíenme primero un mensaje de texto</translation>
    </message>
    <message id="callback.hard.relay">
        <source></source>
        <translation>Uso un servicio de retransmisión</translation>
    </message>
    <message id="callback.hard.helper">
        <source></source>
        <translation>Hablen con la persona que me ayuda</translation>
    </message>
    <message id="callback.consent.title">
        <source></source>
        <translation>Si usted no contesta</translation>
    </message>
    <message id="callback.consent.hint">
        <source></source>
        <translation>Toque lo que podemos hacer. También puede no tocar nada.</translation>
    </message>
    <message id="callback.consent.voicemail">
        <source></source>
        <translation>Pueden dejar este mensaje de voz: “Le llamamos de {clinic}. Por favor, devuélvanos la llamada al {phone}.”</translation>
    </message>
    <message id="callback.consent.text">
        <source></source>
        <translation>Pueden enviarme un mensaje de texto sobre esta llamada.</translation>
    </message>
    <message id="callback.consent.needed">
        <source></source>
        <translation>Usted pidió primero un mensaje de texto. Toque la línea del mensaje de texto, o vuelva atrás.</translation>
    </message>
    <message id="callback.check.name">
        <source></source>
        <translation>Nombre: {answer}</translation>
    </message>
    <message id="callback.check.window">
        <source></source>
        <translation>Mejor momento: {answer}</translation>
    </message>
    <message id="callback.check.language">
        <source></source>
        <translation>Idioma: {answer}</translation>
    </message>
    <message id="callback.check.other_language">
        <source></source>
        <translation>Otro idioma: {answer}</translation>
    </message>
    <message id="callback.check.interpreter">
        <source></source>
        <translation>Intérprete: {answer}</translation>
    </message>
    <message id="callback.check.hard">
        <source></source>
        <translation>Ayuda al hablar: {answer}</translation>
    </message>
    <message id="callback.check.helper">
        <source></source>
        <translation>Persona que ayuda: {answer}</translation>
    </message>
    <message id="callback.check.consent">
        <source></source>
        <translation>Mensaje de voz: {voicemail}. Texto: {text}</translation>
    </message>
    <message id="callback.check.nothing">
        <source></source>
        <translation>sin respuesta</translation>
    </message>
    <message id="callback.check.hint">
        <source></source>
        <translation>Toque una línea para cambiarla.</translation>
    </message>
    <message id="callback.stop.title">
        <source></source>
        <translation>¿Salir y borrar sus respuestas?</translation>
    </message>
    <message id="callback.stop.text">
        <source></source>
        <translation>Usted ya escribió o eligió algo. Si sale, esta pantalla lo borra.</translation>
    </message>
    <message id="callback.stop.stay">
        <source></source>
        <translation>Seguir con el formulario</translation>
    </message>
    <message id="callback.stop.leave">
        <source></source>
        <translation>Salir y borrar mis respuestas</translation>
    </message>
    <message id="callback.done.shows">
        <source></source>
        <translation>Nuestra llamada mostrará este número: {caller_number}</translation>
    </message>
    <message id="callback.done.undo">
        <source></source>
        <translation>Deshacer</translation>
    </message>
    <message id="callback.take_back.title">
        <source></source>
        <translation>¿Quiere retirar su solicitud?</translation>
    </message>
    <message id="callback.take_back.text">
        <source></source>
        <translation>Entonces nadie le llamará por ella.</translation>
    </message>
    <message id="callback.take_back.stay">
        <source></source>
        <translation>Mantener mi solicitud</translation>
    </message>
    <message id="callback.take_back.leave">
        <source></source>
        <translation>Retirar mi solicitud</translation>
    </message>
    <message id="callback.undone.title">
        <source></source>
        <translation>Solicitud retirada. Nadie le llamará.</translation>
    </message>
    <message id="callback.undone.again">
        <source></source>
        <translation>Puede pedirlo otra vez cuando quiera.</translation>
    </message>
    <message id="callback.not_undone.why">
        <source></source>
        <translation>No pudimos retirar su solicitud en esta pantalla.</translation>
    </message>
    <message id="callback.undone.wait">
        <source></source>
        <translation>Estamos retirando su solicitud.</translation>
    </message>
    <message id="card.today_caption">
        <source></source>
        <translation>Anótelo. Haga una lista de sus medicinas. Venga con alguien.</translation>
    </message>
    <message id="card.today_alt">
        <source></source>
        <translation>Una hoja de papel con un bolígrafo, medicinas junto a una lista y dos personas que entran juntas.</translation>
    </message>
    <message id="keypad.enter">
        <source></source>
        <translation>Entrar</translation>
    </message>
    <message id="staff.title">
        <source></source>
        <translation>Personal</translation>
    </message>
    <message id="staff.close">
        <source></source>
        <translation>Cerrar</translation>
    </message>
    <message id="staff.pin.field" numerus="yes">
        <source></source>
        <translation>
            <numerusform>PIN del personal, %n dígito escrito</numerusform>
            <numerusform>PIN del personal, %n dígitos escritos</numerusform>
        </translation>
    </message>
    <message id="staff.pin.hint">
        <source></source>
        <translation>Escriba el PIN del personal y toque la marca.</translation>
    </message>
    <message id="staff.pin.wrong">
        <source></source>
        <translation>Eso no funcionó.</translation>
    </message>
    <message id="staff.pin.unchecked">
        <source></source>
        <translation>El PIN no se puede comprobar ahora. Espere un momento y pruebe otra vez.</translation>
    </message>
    <message id="staff.pin.wait" numerus="yes">
        <source></source>
        <translation>
            <numerusform>Puede probar otra vez en %n segundo.</numerusform>
            <numerusform>Puede probar otra vez en %n segundos.</numerusform>
        </translation>
    </message>
    <message id="staff.pin.not_set">
        <source></source>
        <translation>No hay PIN del personal. Informática puede crearlo con: kiosk staff-pin set</translation>
    </message>
    <message id="staff.copy">
        <source></source>
        <translation>Copiar solicitudes para la recepción</translation>
    </message>
    <message id="staff.recipients.find">
        <source></source>
        <translation>Tomar recipients.txt de la memoria USB</translation>
    </message>
    <message id="staff.recipients.compare">
        <source></source>
        <translation>Compare estas seis palabras con las de la recepción, en voz alta. Deciden quién puede abrir las solicitudes. Si una es distinta, toque Atrás, saque la memoria y avise a informática.</translation>
    </message>
    <message id="staff.recipients.names">
        <source></source>
        <translation>Memoria %1, llaves: %2 (%3)</translation>
    </message>
    <message id="staff.recipients.sure">
        <source></source>
        <translation>Sí, son las mismas</translation>
    </message>
    <message id="staff.recipients.taking">
        <source></source>
        <translation>Entregando el archivo. Espere, por favor.</translation>
    </message>
    <message id="staff.recipients.taken">
        <source></source>
        <translation>Hecho: desde ahora las solicitudes se cierran con estas llaves. Puede sacar la memoria.</translation>
    </message>
    <message id="staff.recipients.not_here">
        <source></source>
        <translation>Este quiosco no puede tomarlo por sí mismo: informática pone recipients.txt en su lugar. El manual dice cómo.</translation>
    </message>
    <message id="staff.recipients.no_file">
        <source></source>
        <translation>La memoria no tiene recipients.txt. En la recepción se copia a la memoria, en la página de las personas.</translation>
    </message>
    <message id="staff.recipients.many">
        <source></source>
        <translation>Más de una memoria tiene recipients.txt. Deje solo la de la recepción y busque otra vez.</translation>
    </message>
    <message id="staff.recipients.unread">
        <source></source>
        <translation>El recipients.txt de esta memoria no se puede leer. Nada cambió. Cópielo otra vez en la recepción.</translation>
    </message>
    <message id="staff.recipients.secret">
        <source></source>
        <translation>Este recipients.txt contiene una llave secreta, que abre solicitudes. Nada cambió. Saque la memoria y devuélvala a la recepción: esa persona necesita una llave nueva.</translation>
    </message>
    <message id="staff.recipients.unusable">
        <source></source>
        <translation>Este recipients.txt no se puede usar. Nada cambió. Cópielo otra vez a la memoria en la recepción.</translation>
    </message>
    <message id="staff.recipients.unwritten">
        <source></source>
        <translation>El disco del quiosco no lo aceptó. Vea en el menú qué palabras valen ahora y avise a informática.</translation>
    </message>
    <message id="staff.recipients.untaken">
        <source></source>
        <translation>El servicio que lo toma no respondió. Nada cambió. Inténtelo una vez más; si no responde otra vez, avise a informática.</translation>
    </message>
    <message id="staff.recipients.unanswered">
        <source></source>
        <translation>No hubo respuesta. Vea en el menú qué palabras valen ahora; si son las anteriores, avise a informática.</translation>
    </message>
    <message id="staff.wipe">
        <source></source>
        <translation>Limpiar la pantalla</translation>
    </message>
    <message id="staff.go_on">
        <source></source>
        <translation>Ya miramos: seguir</translation>
    </message>
    <message id="staff.wipe.title">
        <source></source>
        <translation>La pantalla no responde. Límpiela ahora.</translation>
    </message>
    <message id="staff.wipe.left" numerus="yes">
        <source></source>
        <translation>
            <numerusform>Vuelve a responder en %n segundo.</numerusform>
            <numerusform>Vuelve a responder en %n segundos.</numerusform>
        </translation>
    </message>
    <message id="staff.restart">
        <source></source>
        <translation>Reiniciar</translation>
    </message>
    <message id="staff.restart.sure">
        <source></source>
        <translation>Sí, reiniciar</translation>
    </message>
    <message id="staff.leave">
        <source></source>
        <translation>Salir del quiosco</translation>
    </message>
    <message id="staff.leave.sure">
        <source></source>
        <translation>Sí, salir</translation>
    </message>
    <message id="staff.keep">
        <source></source>
        <translation>No, seguir aquí</translation>
    </message>
    <message id="staff.places.choose">
        <source></source>
        <translation>¿Adónde van las solicitudes? Siguen bajo llave.</translation>
    </message>
    <message id="staff.places.none">
        <source></source>
        <translation>No hay memoria USB. Ponga una, espere un momento y busque otra vez.</translation>
    </message>
    <message id="staff.places.unlisted">
        <source></source>
        <translation>Ahora no se puede ver qué memorias USB hay. Espere un momento y busque otra vez. Si no ayuda, avise a informática.</translation>
    </message>
    <message id="staff.places.no_share">
        <source></source>
        <translation>La carpeta compartida no está conectada: en ella falta la carpeta de las solicitudes. No se copió nada y no se perdió nada. Avise a informática o use una memoria USB.</translation>
    </message>
    <message id="staff.places.no_answer">
        <source></source>
        <translation>De allí no llega respuesta. Se dejó de intentar y no se perdió nada. Ponga la memoria otra vez, o use otra.</translation>
    </message>
    <message id="staff.places.share_hangs">
        <source></source>
        <translation>La carpeta compartida no responde. Se dejó de esperar y no se perdió nada. Avise a informática, o use una memoria USB.</translation>
    </message>
    <message id="staff.places.again">
        <source></source>
        <translation>Buscar otra vez</translation>
    </message>
    <message id="staff.places.share">
        <source></source>
        <translation>Carpeta compartida</translation>
    </message>
    <message id="staff.copying">
        <source></source>
        <translation>Copiando. No saque la memoria.</translation>
    </message>
    <message id="staff.copying.some">
        <source></source>
        <translation>Copiando %1 de %2. No saque la memoria.</translation>
    </message>
    <message id="staff.copying.share">
        <source></source>
        <translation>Copiando a la carpeta compartida.</translation>
    </message>
    <message id="staff.copying.share.some">
        <source></source>
        <translation>Copiando %1 de %2 a la carpeta compartida.</translation>
    </message>
    <message id="staff.copied.there">
        <source></source>
        <translation>Solicitudes para la recepción, revisadas: %1</translation>
    </message>
    <message id="staff.copied.receipts">
        <source></source>
        <translation>La recepción ya las tiene, salieron de esta lista: %1</translation>
    </message>
    <message id="staff.copied.damaged">
        <source></source>
        <translation>Dañadas, guardadas aquí para informática: %1</translation>
    </message>
    <message id="staff.copied.unread">
        <source></source>
        <translation>No se pudieron leer ahora, siguen aquí para la próxima copia: %1</translation>
    </message>
    <message id="staff.copied.odd">
        <source></source>
        <translation>No son nuestros, quedan en la memoria para informática: %1</translation>
    </message>
    <message id="staff.copied.odd.share">
        <source></source>
        <translation>No son nuestros, quedan en la carpeta compartida para informática: %1</translation>
    </message>
    <message id="staff.copied.unmarked">
        <source></source>
        <translation>El disco de este quiosco no acepta cambios y no puede anotar lo copiado. No se perdió nada: la próxima copia trae lo mismo otra vez. Avise a informática.</translation>
    </message>
    <message id="staff.copied.take_out">
        <source></source>
        <translation>Puede sacar la memoria.</translation>
    </message>
    <message id="staff.copied.take_out.share">
        <source></source>
        <translation>La recepción puede recogerlas de la carpeta compartida.</translation>
    </message>
    <message id="staff.safe_mode">
        <source></source>
        <translation>Modo seguro: el quiosco se detuvo tres veces en cinco minutos. Los visitantes ven las tarjetas como texto, sin las propias de la clínica. Se vuelve a probar todo dentro de una hora, o cuando toque Reiniciar.</translation>
    </message>
    <message id="staff.safe_mode.no_form">
        <source></source>
        <translation>Aun así volvió a detenerse, o falta una parte del formulario: solo se pide preguntar en recepción.</translation>
    </message>
    <message id="staff.health.open">
        <source></source>
        <translation>El formulario de llamadas está abierto.</translation>
    </message>
    <message id="staff.health.clock">
        <source></source>
        <translation>El reloj no está en hora: dice %1. Ponga la fecha y la hora, o avise a informática. Si son correctas, toque “Ya miramos: seguir”. Hasta entonces no se promete ningún día.</translation>
    </message>
    <message id="staff.health.closed">
        <source></source>
        <translation>El formulario de llamadas está cerrado:</translation>
    </message>
    <message id="staff.health.forgets">
        <source></source>
        <translation>Puede que el disco haya olvidado solicitudes. Avise a informática. Vea en la recepción si faltan números de este quiosco o si se repiten. Después toque “Ya miramos: seguir”.</translation>
    </message>
    <message id="staff.health.waiting">
        <source></source>
        <translation>Esperan aquí: %1</translation>
    </message>
    <message id="staff.health.oldest">
        <source></source>
        <translation>La más antigua es del %1</translation>
    </message>
    <message id="staff.health.on_the_way">
        <source></source>
        <translation>Copiadas, sin recibo de la recepción: %1</translation>
    </message>
    <message id="staff.health.delivered">
        <source></source>
        <translation>Las tiene la recepción: %1</translation>
    </message>
    <message id="staff.health.damaged">
        <source></source>
        <translation>Dañadas, para informática: %1</translation>
    </message>
    <message id="staff.health.unread">
        <source></source>
        <translation>Ahora no se pueden leer, siguen aquí: %1</translation>
    </message>
    <message id="staff.health.free">
        <source></source>
        <translation>Espacio libre en disco: %1 MB</translation>
    </message>
    <message id="staff.health.keys">
        <source></source>
        <translation>Palabras de las llaves, como en la recepción: %1</translation>
    </message>
    <message id="staff.health.version">
        <source></source>
        <translation>Versión del programa: %1</translation>
    </message>
    <message id="card.home_alt">
        <source></source>
        <translation>Una mano en el pasamanos de una escalera, una lámpara con buena luz sobre un sillón y un piso libre, con todo en un estante.</translation>
    </message>
    <message id="card.home_caption">
        <source></source>
        <translation>Pasamanos, buena luz y piso libre.</translation>
    </message>
    <message id="card.ticks_alt">
        <source></source>
        <translation>Una lupa sobre una pierna muestra una garrapata, unas pinzas la sacan hacia arriba y un día está marcado en el calendario.</translation>
    </message>
    <message id="card.ticks_caption">
        <source></source>
        <translation>Busque. Jale recto hacia arriba. Anote la fecha.</translation>
    </message>
    <message id="card.family_alt">
        <source></source>
        <translation>Una familia de cinco con dos marcados, una lista con un nombre para cada uno, y la lista en manos del personal médico.</translation>
    </message>
    <message id="card.family_caption">
        <source></source>
        <translation>Piense en su familia. Haga la lista. Muéstrela.</translation>
    </message>
    <message id="card.hundred_alt">
        <source></source>
        <translation>Cien figuras pequeñas. Noventa son claras, cinco a rayas y cinco oscuras.</translation>
    </message>
    <message id="card.hundred_caption">
        <source></source>
        <translation>100 personas con ELA. Claro: nadie más en la familia. Oscuro o a rayas: alguien más (de 5 a 10).</translation>
    </message>
    <message id="card.stroke_alt">
        <source></source>
        <translation>Una cara caída de un lado, dos brazos extendidos y uno que baja, y palabras que salen cortadas.</translation>
    </message>
    <message id="card.stroke_caption">
        <source></source>
        <translation>Cara, brazo, habla: una basta. Avise ahora.</translation>
    </message>
    <message id="chapter.happens">
        <source></source>
        <translation>Qué pasa</translation>
    </message>
    <message id="chapter.signs">
        <source></source>
        <translation>Señales</translation>
    </message>
    <message id="chapter.help">
        <source></source>
        <translation>Pruebas y ayuda</translation>
    </message>
    <message id="chapter.do">
        <source></source>
        <translation>Qué puede hacer</translation>
    </message>
    <message id="chapter.more">
        <source></source>
        <translation>Más sobre…</translation>
    </message>
    <message id="card.next_chapter">
        <source></source>
        <translation>Sigue: {chapter}</translation>
    </message>
    <message id="card.question">
        <source></source>
        <translation>Una pregunta para usted</translation>
    </message>
    <message id="card.related">
        <source></source>
        <translation>Más para leer</translation>
    </message>
    <message id="card.conditions">
        <source></source>
        <translation>¿Sobre cuál quiere leer?</translation>
    </message>
    <message id="picture.brain">
        <source></source>
        <translation>cerebro</translation>
    </message>
    <message id="picture.nerve">
        <source></source>
        <translation>nervio</translation>
    </message>
    <message id="picture.skin">
        <source></source>
        <translation>piel</translation>
    </message>
    <message id="picture.muscle">
        <source></source>
        <translation>músculo</translation>
    </message>
    <message id="card.tests_alt">
        <source></source>
        <translation>Un examen de sangre: una aguja en un brazo, y tubos al lado. Un antebrazo con un parche y una aguja delgada, y cables a una pantalla con una onda.</translation>
    </message>
    <message id="card.tests_caption">
        <source></source>
        <translation>Izquierda: examen de sangre. Derecha: prueba de señales del músculo.</translation>
    </message>
    <message id="card.care_alt">
        <source></source>
        <translation>Pastillas, un vaso de agua y un pastillero para la semana; una persona en un sillón con suero; y una persona que se sostiene de una silla y levanta una rodilla.</translation>
    </message>
    <message id="card.care_caption">
        <source></source>
        <translation>Medicinas. Suero (infusión). Ejercicio.</translation>
    </message>
</context>
</TS>
